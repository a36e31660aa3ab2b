import errno
from pathlib import Path

import pytest

from challenge.cli import trouble


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "is not the one this program was tested"),
        ("[Errno -3] Temporary failure in name resolution", "index could not be reached"),
        ("NewConnectionError: [Errno 101] Network is unreachable", "Setting up needs the internet once"),
        ("Max retries exceeded with url: /simple/flask/", "set HTTPS_PROXY"),
        ("SSL: CERTIFICATE_VERIFY_FAILED certificate verify failed", "PIP_CERT"),
        ("[Errno 13] Permission denied: '.venv/lib'", "folder can't be written"),
        ("ERROR: No matching distribution found for typst==0.15.2", "it may be behind"),
        ("Segmentation fault", "It said"),
    ],
)
def test_what_stopped_pip_is_said_with_its_remedy(output, said):
    text = str(trouble.of_pip(f"Collecting flask\n{output}\n"))

    assert said in text
    assert output in text


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("npm error code ENOTFOUND", "The npm registry could not be reached"),
        ("npm error code EINTEGRITY", "is not the one this program was tested"),
        ("npm error code ENOSPC", "The disk is full"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "NODE_EXTRA_CA_CERTS"),
    ],
)
def test_what_stopped_npm_is_said_with_its_remedy(output, said):
    assert said in str(trouble.of_npm(output))


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full: /x/y could not be written"),
        (errno.EROFS, "/x/y is on a disk that can only be read"),
        (errno.EACCES, "You may not write /x/y"),
        (errno.EIO, "/x/y could not be used: Input/output error"),
    ],
)
def test_what_the_disk_refuses_names_the_path(number, said):
    error = OSError(number, "Input/output error")

    assert said in str(trouble.of_the_disk(error, Path("/x/y")))


def test_a_long_output_is_cut_to_its_last_lines():
    text = str(trouble.of_pip("\n".join(f"line {n}" for n in range(100))))

    assert "line 99" in text
    assert "line 91" not in text
