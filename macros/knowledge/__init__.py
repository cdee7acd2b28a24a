"""What we know: YAML files in, checked and connected records out.

Nothing in this package knows of MkDocs, pages or addresses.
"""
