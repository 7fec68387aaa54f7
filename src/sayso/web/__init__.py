"""The pages on which a story is followed: parse, call app, render. Nothing here knows of the API's code."""

from .environment import environment
from .pages import error_page, routes

__all__ = ["environment", "error_page", "routes"]
