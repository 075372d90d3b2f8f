"""An S3 server on loopback, in this process: moto's, which speaks the protocol over HTTP."""

import itertools
import warnings
from typing import Any


class S3:
    """One server on a free port; each test asks for a bucket of its own."""

    def __init__(self) -> None:
        self._server: Any = None
        self._numbers = itertools.count(1)
        self.url = ""

    def __enter__(self) -> "S3":
        from moto.server import ThreadedMotoServer

        self._server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        self._server.start()
        host, port = self._server.get_host_and_port()
        self.url = f"http://{host}:{port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()

    @staticmethod
    def credentials() -> dict[str, str]:
        """The environment that its clients need."""
        return {
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "eu-west-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def bucket(self) -> str:
        """Make a new bucket; gives its name."""
        import boto3

        name = f"desk{next(self._numbers)}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = boto3.client(
                "s3",
                endpoint_url=self.url,
                region_name="eu-west-1",
                aws_access_key_id="test",
                aws_secret_access_key="test",
            )
            client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
            client.close()
        return name
