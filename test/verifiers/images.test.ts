/** biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Dockerfiles */
/** Verifiers of container images, by Dockerfiles as people write them. */
import container from '../../src/verifiers/container-not-root.js';
import official from '../../src/verifiers/dockerfile-base-official.js';
import pinned from '../../src/verifiers/is-base-image-pinned.js';
import notRoot from '../../src/verifiers/is-container-not-root.js';
import type { Verifier } from '../../src/verifiers/_verifier.js';
import { ask, type Files } from '../support/files.js';

const DIGEST = `@sha256:${'0a'.repeat(32)}`;
const docker = (...lines: readonly string[]): Files => ({ Dockerfile: lines.join('\n') });
const from = (image: string): Files => docker(`FROM ${image}`, 'USER 10001');

test.each([pinned, official, notRoot, container])(
  '%#: without a Dockerfile there is nothing to judge',
  async (verifier) => {
    await expect(
      ask(verifier, { 'test/Dockerfile': 'FROM a/b', '.devcontainer/Dockerfile': 'FROM a/b' }),
    ).resolves.toBe('not-applicable: there is no Dockerfile');
    await expect(ask(verifier, {}, { isWhole: false })).resolves.toMatch(/^unknown: GitHub shows only a part/);
    await expect(ask(verifier, { Dockerfile: { size: 2_000_000 } })).resolves.toMatch(
      /^unknown: `Dockerfile` was not looked at/,
    );
  },
);

const CASES: Readonly<Record<string, readonly [Verifier, readonly (readonly [string, Files, RegExp])[]]>> = {
  'is-base-image-pinned': [
    pinned,
    [
      ['pinned and official', from(`node:24-slim${DIGEST}`), /^met/],
      ['scratch', docker('FROM scratch', 'COPY x /x'), /^met/],
      [
        'stages that start from stages',
        docker(
          `FROM golang:1${DIGEST} AS Build`,
          'FROM build AS test',
          `FROM gcr.io/distroless/static${DIGEST}`,
          'COPY --from=build /x /x',
          'COPY --from=0 /y /y',
        ),
        /^met/,
      ],
      [
        'an argument with a default',
        docker(`ARG BASE=node:24${DIGEST}`, 'FROM --platform=$BUILDPLATFORM ${BASE}'),
        /^met/,
      ],
      [
        'a tag, with the command that pins it',
        from('node:24-slim'),
        /^unmet: not pinned by a digest: `node:24-slim \(Dockerfile:1\)`\n[\s\S]*echo "FROM node:24-slim@\$\(docker buildx imagetools inspect node:24-slim --format '\{\{\.Manifest\.Digest\}\}'\)"/,
      ],
      [
        'one of two stages',
        docker(`FROM node:24${DIGEST} AS a`, 'FROM debian:13'),
        /^unmet: not pinned by a digest: `debian:13 \(Dockerfile:2\)`/,
      ],
      [
        'an image that files come from',
        docker(`FROM node:24${DIGEST}`, 'COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/'),
        /^unmet: not pinned by a digest: `ghcr\.io\/astral-sh\/uv:0\.9/,
      ],
      ['somebody’s image', from(`someone/node${DIGEST}`), /^unmet: not official: `someone\/node/],
      ['a port is no tag', from(`localhost:5000/node:24`), /^unmet: not pinned/],
      [
        'an argument without a default',
        docker('ARG BASE', 'FROM $BASE'),
        /^unknown: a build argument chooses the image in `\$BASE \(Dockerfile:2\)`/,
      ],
      [
        'a registry of a vendor',
        from(`ghcr.io/acme/base${DIGEST}`),
        /^unknown: all are pinned; whether the maker publishes/,
      ],
      [
        'a word in a comment and in a here-document',
        docker(
          '# FROM a/b',
          `FROM alpine:3${DIGEST}`,
          'RUN <<EOF',
          'FROM a/b',
          'EOF',
          'RUN a \\',
          '  # FROM x/y',
          '  && b',
        ),
        /^met/,
      ],
    ],
  ],
  'dockerfile-base-official': [
    official,
    [
      ['a language', from('python:3.14-slim'), /^met/],
      ['with its library', from('docker.io/library/rust:1'), /^met/],
      ['distroless', from('gcr.io/distroless/nodejs22:nonroot'), /^met/],
      ['chainguard', from('cgr.dev/chainguard/go'), /^met/],
      ['microsoft', from('mcr.microsoft.com/dotnet/aspnet:9.0'), /^met/],
      [
        'somebody’s image',
        from('bitnami/node:20'),
        /^unmet: not an official image: `bitnami\/node:20 \(Dockerfile:1\)`\n[\s\S]*FROM node:24-slim/,
      ],
      ['somebody’s image on Docker Hub by its full name', from('docker.io/someone/x'), /^unmet/],
      ['another registry', from('quay.io/keycloak/keycloak:26'), /^unknown: whether the maker publishes/],
      ['chosen at build time', docker('ARG X', 'FROM $X'), /^unknown/],
    ],
  ],
  'is-container-not-root': [
    notRoot,
    [
      ['a number', docker('FROM node:24', 'USER 10001'), /^met/],
      [
        'a name, of the stage it starts from',
        docker('FROM node:24 AS base', 'USER node', 'FROM base', 'COPY . .'),
        /^met/,
      ],
      ['a variable with a default', docker('FROM node:24', 'ARG UID=1000', 'USER $UID'), /^met/],
      ['distroless without root', docker('FROM gcr.io/distroless/static:nonroot'), /^met/],
      ['another file name', { 'deploy/api.Dockerfile': 'FROM node:24\nUSER app' }, /^met/],
      [
        'nobody named on an official image',
        docker('FROM node:24', 'CMD ["node"]'),
        /^unmet: root is the user of `Dockerfile`\n[\s\S]*USER 10001/,
      ],
      ['root at the end', docker('FROM node:24', 'USER node', 'USER root'), /^unmet/],
      ['root by number and group', docker('FROM x/y', 'USER 0:0'), /^unmet/],
      ['the user of another stage only', docker('FROM node:24 AS build', 'USER node', 'FROM node:24'), /^unmet/],
      ['scratch starts as root', docker('FROM scratch', 'COPY x /x'), /^unmet/],
      ['somebody’s image may start as anybody', docker('FROM acme/base'), /^unknown: `Dockerfile` names no user/],
      ['a variable without a default', docker('FROM node:24', 'ARG UID', 'USER $UID'), /^unknown/],
    ],
  ],
  'container-not-root': [
    container,
    [
      [
        'a user, and a compose file that takes nothing',
        { ...docker('FROM node:24', 'USER 1000'), 'compose.yml': 'services: { a: { user: "1000" } }' },
        /^met/,
      ],
      [
        'the Docker socket',
        {
          ...docker('FROM node:24', 'USER 1000'),
          'docker-compose.yml': 'services:\n  a:\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock',
        },
        /^unmet: containers are given rights over the machine in `docker-compose\.yml:4`\n[\s\S]*cap_drop: \[ALL\]/,
      ],
      ['privileged, without a Dockerfile', { 'compose.yaml': 'services:\n  a:\n    privileged: true' }, /^unmet/],
      ['root', docker('FROM node:24'), /^unmet: root is the user/],
      ['not to be seen', docker('FROM acme/base'), /^unknown/],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, [verifier, cases]) => {
  test.each(cases)('%s', async (__, files, expected) => {
    await expect(ask(verifier, files)).resolves.toMatch(expected);
  });
});
