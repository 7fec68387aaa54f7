"""Use cases: what the command line, a server or a program asks of sayso.

Reading is in `reading`, asking a store in `querying`, output formats in `formats`, the example story in
`examples`.
"""
