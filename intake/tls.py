"""TLS to mail servers: whom we trust."""

import ssl


def tls_context(ca_file: str) -> ssl.SSLContext:
    """Trust the system's certificates and those in `ca_file` (PEM; "" for none besides).

    Raises:
        OSError: that file cannot be used; the text names it.
    """
    context = ssl.create_default_context()
    if ca_file:
        try:
            context.load_verify_locations(ca_file)
        except ssl.SSLError:
            raise OSError(f"{ca_file} holds no certificate (PEM); check ca_file") from None
        except OSError as error:
            raise OSError(f"{ca_file} cannot be read ({error.strerror}); check ca_file") from None
    return context
