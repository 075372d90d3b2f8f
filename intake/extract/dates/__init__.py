"""Dutch dates and times: a hand-written grammar (tokens, clock, days), and the sessions made of it."""
