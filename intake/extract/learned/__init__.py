"""What is told by the words of a whole mail, weighed as labelled mails taught it (`make learn`)."""
