"""How right a reading is: its statements against those of annotators, and its confidence against what came true.

Pure functions over statements as JSON objects with the field names of the annotation guidelines.
"""
