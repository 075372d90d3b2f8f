"""Where it is: addresses, venues and places, or online."""
