"""The desk: the API and the pages as one application over one store, and the server that runs it."""
