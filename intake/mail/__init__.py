"""From the bytes of a message to a `Mail`: headers, texts, passages and parts."""
