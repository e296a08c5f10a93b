// The folder a server lives in: two databases, a lock, a certificate, a log. For its owner only.
#pragma once

#include "core/base/result.h"
#include "sync/server/certificate.h"
#include "sync/server/storage.h"

#include <memory>
#include <string>

namespace evenkeel::server {

struct ListenAddress {
    std::string host;  // without brackets
    std::uint16_t port = 0;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool is_loopback() const;
};
// HOST:PORT; an IPv6 address in brackets.
Result<ListenAddress> parse_listen_address(const std::string& text);

enum class TlsKind : Byte { off = 0, self_signed = 1, files = 2 };
struct TlsMode {
    TlsKind kind = TlsKind::self_signed;
    CertificateFiles files;  // for TlsKind::files
};
// "self-signed", "off", or "CERT,KEY".
Result<TlsMode> parse_tls_mode(const std::string& text);

struct FolderSettings {
    ListenAddress listen;
    TlsMode tls;
};
Result<void> write_settings(Storage& storage, const FolderSettings& settings);
Result<FolderSettings> read_settings(Storage& storage, const std::string& folder);

// Makes the folder; one that exists must be empty.
Result<void> make_folder(const std::string& folder);
// The files of a certificate the server made itself.
CertificateFiles own_certificate(const std::string& folder);

// Held while a server runs; a second one on the same folder is refused (busy). The system lets go
// of it when the program ends, however it ends.
class FolderLock {
public:
    static Result<std::unique_ptr<FolderLock>> take(const std::string& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    struct Held;
    explicit FolderLock(std::unique_ptr<Held> held);
    std::unique_ptr<Held> held_;
};

}  // namespace evenkeel::server
