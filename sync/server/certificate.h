// The server's TLS certificate: made here, or brought by the practice.
#pragma once

#include "core/base/bytes.h"
#include "core/base/ports.h"
#include "core/base/result.h"

#include <string>

namespace evenkeel::server {

struct CertificateFiles {
    std::string certificate;  // PEM, with its chain
    std::string key;          // PEM, without a passphrase
};

// A new P-256 key, readable by its owner only, and a certificate for `host` signed by itself.
// Devices trust it by its pin, so it need not expire soon: 20 years.
Result<void> make_self_signed(const CertificateFiles& files, const std::string& host, Instant now,
                              Random& random);

// SHA-256 of the certificate's public key (SPKI): what devices pin.
Result<Hash32> certificate_pin(const std::string& certificate_file);
// "sha256//" and base64, as libcurl and invite links take it.
std::string pin_text(const Hash32& pin);

}  // namespace evenkeel::server
