"""The desk's pages: one module for each, with handlers that take a visit and give an answer."""
