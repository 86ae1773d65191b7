# countercheck as an image: the locked packages and the checkout, run by a user without rights.
FROM python:3.12-slim-bookworm AS made

ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /opt/countercheck
RUN python -m venv .venv
COPY requirements.lock ./
RUN .venv/bin/pip install --no-deps --require-hashes -r requirements.lock
COPY . .
RUN .venv/bin/pip install --no-deps --no-build-isolation -e . \
    && { .venv/bin/python -m compileall -q .venv . || true; } \
    && .venv/bin/python -m flows.expressions

FROM python:3.12-slim-bookworm

RUN groupadd --gid 10001 countercheck \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin countercheck \
    && install -d -o 10001 -g 10001 -m 0700 /data
COPY --from=made /opt/countercheck /opt/countercheck

ENV PATH=/opt/countercheck/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    COUNTERCHECK_DATA=/data \
    COUNTERCHECK_LOG_FORMAT=json \
    DO_NOT_TRACK=1 \
    PREFECT_HOME=/data/prefect \
    PREFECT_SERVER_ANALYTICS_ENABLED=false
WORKDIR /opt/countercheck
USER 10001:10001
VOLUME /data
EXPOSE 8321
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=30s --start-period=60s --retries=3 CMD ["countercheck", "alive"]
CMD ["countercheck", "run"]
