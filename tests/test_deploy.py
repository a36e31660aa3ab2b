"""The files for several machines: what in them must not go wrong, checked without nginx or systemd."""

import re

import pytest

from challenge.aside import PATIENCE_SECONDS
from challenge.config import settings_from
from challenge.web.importing import MOST_SENT
from tests.architecture.source import ROOT

DEPLOY = ROOT / "deploy"


@pytest.fixture(scope="module")
def nginx():
    """The configuration without its comments."""
    return re.sub(r"^\s*#.*$|\s#.*$", "", (DEPLOY / "nginx.conf").read_text(), flags=re.MULTILINE)


def block(text, opening):
    """What stands between the braces after `opening`."""
    start = text.index("{", text.index(opening)) + 1
    depth, end = 1, start
    while depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return text[start : end - 1]


def test_every_brace_is_closed(nginx):
    assert nginx.count("{") == nginx.count("}")


def test_no_phone_is_dealt_out_by_its_address_alone(nginx):
    assert "ip_hash" not in nginx
    assert "hash $seat consistent" in block(nginx, "upstream live")
    assert "$cookie_pass" in block(nginx, "map $cookie_pass $seat")


def test_web_sockets_pass_and_are_not_given_up_between_two_pings(nginx):
    live = block(nginx, "location /socket.io/")

    assert "proxy_pass http://live" in live
    assert int(re.search(r"proxy_read_timeout (\d+)s", live)[1]) > 8 + 6
    assert "proxy_buffering off" in live
    assert "proxy_set_header Upgrade $http_upgrade" in nginx
    assert "proxy_set_header Connection $connection_upgrade" in nginx


def test_no_block_loses_the_headers_by_setting_one_of_its_own(nginx):
    """nginx inherits them all or none."""
    for opening in re.findall(r"location [^{]+", nginx):
        assert "proxy_set_header" not in block(nginx, opening)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"])
def test_what_a_phone_claims_of_itself_is_replaced(nginx, header):
    assert f"proxy_set_header {header} " in nginx
    assert "$proxy_add_x_forwarded_for" not in nginx


def test_only_what_counts_once_is_sent_again_to_another_process(nginx):
    assert nginx.count("non_idempotent") == 1
    assert "non_idempotent" in block(nginx, "location = /play/answer")


def test_a_file_of_questions_passes_and_may_take_as_long_as_the_program_gives_it(nginx):
    quizzes = block(nginx, "location /host/quizzes/")

    assert int(re.search(r"client_max_body_size (\d+)m", quizzes)[1]) * 1024**2 == MOST_SENT
    assert int(re.search(r"proxy_read_timeout (\d+)s", quizzes)[1]) > 2 * PATIENCE_SECONDS


def test_both_lists_name_the_same_processes(nginx):
    servers = [re.findall(r"server (\S+)", block(nginx, f"upstream {name}")) for name in ("live", "pages")]

    assert servers[0] == servers[1]
    assert len(servers[0]) > 1


def test_sign_in_links_are_written_into_no_log(nginx):
    assert "access_log off" in nginx


def test_the_settings_are_ones_that_the_program_reads():
    lines = (DEPLOY / "challenge.env.example").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if re.match(r"[A-Z_]+=", line))
    more = dict(re.findall(r"^# ([A-Z_]+)=(\S+)", "\n".join(lines), re.MULTILINE))

    told = settings_from({**given, **more}, secret_key="")

    assert (told.https, told.proxies, told.ready_frames) == (True, 1, True)
    assert told.database_url == given["DATABASE_URL"]
    assert told.redis_url == given["REDIS_URL"]
    source = (ROOT / "challenge" / "config.py").read_text()
    assert [name for name in given | more if f'"{name}"' not in source] == []


def test_a_process_is_started_again_for_ever_on_a_port_of_its_own():
    service = (DEPLOY / "challenge@.service").read_text()

    assert "run.py serve" in service
    assert "--port %i" in service
    assert "Restart=always" in service
    assert "StartLimitIntervalSec=0" in service.split("[Service]")[0]
    assert int(re.search(r"LimitNOFILE=(\d+)", service)[1]) > settings_from({}, secret_key="").connections
