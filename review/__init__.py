"""The review desk: what staff see of the queue, and decide, in a browser. Stands on the store alone."""
