// SPDX-FileCopyrightText: 2026 The Lastbyte authors
// SPDX-License-Identifier: Apache-2.0
package dev.lastbyte.gateway;

import java.nio.file.Path;

/**
 * What clients are served with over TLS.
 *
 * @param certificate a PEM file with the certificate and those that signed it
 * @param privateKey a PEM file with its private key (PKCS#8), not encrypted
 */
public record TlsFiles(Path certificate, Path privateKey) {}
