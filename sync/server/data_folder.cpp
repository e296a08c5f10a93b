#include "sync/server/data_folder.h"

#include "core/sql/database.h"
#include "sync/server/service.h"

#include <charconv>
#include <filesystem>
#include <system_error>

namespace evenkeel::server {

namespace files = std::filesystem;

std::string ListenAddress::text() const {
    const bool is_v6 = host.find(':') != std::string::npos;
    return (is_v6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

bool ListenAddress::is_loopback() const {
    return host == "localhost" || host == "::1" || host.starts_with("127.");
}

Result<ListenAddress> parse_listen_address(const std::string& text) {
    const Error wrong(ErrorCode::invalid_input,
                      "The address to listen on reads HOST:PORT, as in 127.0.0.1:8443.");
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return wrong;
    ListenAddress address{.host = text.substr(0, colon)};
    if (address.host.front() == '[' && address.host.back() == ']') {
        address.host = address.host.substr(1, address.host.size() - 2);
    } else if (address.host.find(':') != std::string::npos) {
        return wrong;
    }
    const std::string port = text.substr(colon + 1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc() || end != port.data() + port.size() || address.host.empty()) {
        return wrong;
    }
    return address;
}

Result<TlsMode> parse_tls_mode(const std::string& text) {
    if (text == "off") return TlsMode{.kind = TlsKind::off};
    if (text == "self-signed") return TlsMode{.kind = TlsKind::self_signed};
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos || comma == 0 || comma + 1 == text.size()) {
        return Error(ErrorCode::invalid_input,
                     "The way of TLS is self-signed, off, or two files: CERT,KEY.");
    }
    return TlsMode{TlsKind::files, {text.substr(0, comma), text.substr(comma + 1)}};
}

Result<void> write_settings(Storage& storage, const FolderSettings& settings) {
    TRY(storage.set_setting(setting::listen, as_bytes(settings.listen.text())));
    std::string tls = settings.tls.kind == TlsKind::off ? "off" : "self-signed";
    if (settings.tls.kind == TlsKind::files) {
        tls = settings.tls.files.certificate + "," + settings.tls.files.key;
    }
    return storage.set_setting(setting::tls, as_bytes(tls));
}

Result<FolderSettings> read_settings(Storage& storage, const std::string& folder) {
    TRY_ASSIGN(const auto listen, storage.setting(setting::listen));
    TRY_ASSIGN(const auto tls, storage.setting(setting::tls));
    if (!listen || !tls) {
        return Error(ErrorCode::not_found, "This folder holds no server; make one with init.");
    }
    FolderSettings settings;
    TRY_ASSIGN(settings.listen, parse_listen_address(to_string(*listen)));
    TRY_ASSIGN(settings.tls, parse_tls_mode(to_string(*tls)));
    if (settings.tls.kind == TlsKind::self_signed) settings.tls.files = own_certificate(folder);
    return settings;
}

Result<void> make_folder(const std::string& folder) {
    std::error_code error;
    files::create_directories(folder, error);
    if (error) return Error(ErrorCode::refused, "The server's folder cannot be made there.");
    if (!files::is_empty(folder, error) || error) {
        return Error(ErrorCode::refused, "The server's folder is not empty; choose a new one.");
    }
    files::permissions(folder, files::perms::owner_all, error);
    if (error) return Error(ErrorCode::refused, "The server's folder cannot be made private.");
    return {};
}

CertificateFiles own_certificate(const std::string& folder) {
    return {folder + "/tls-certificate.pem", folder + "/tls-key.pem"};
}

// An open transaction of a database of its own: the one lock that is the same on every system.
struct FolderLock::Held {
    std::unique_ptr<sql::Connection> connection;
    sql::Transaction transaction;
};

FolderLock::FolderLock(std::unique_ptr<Held> held) : held_(std::move(held)) {}

FolderLock::~FolderLock() = default;

Result<std::unique_ptr<FolderLock>> FolderLock::take(const std::string& folder) {
    std::error_code error;
    if (!files::exists(folder + "/keys.db", error)) {
        return Error(ErrorCode::not_found, "This folder holds no server; make one with init.");
    }
    TRY_ASSIGN(auto connection, sql::Connection::open(folder + "/lock.db", {.busy_timeout_ms = 0}));
    auto transaction = sql::Transaction::begin(*connection);
    if (!transaction.ok() && transaction.error().code() == ErrorCode::busy) {
        return Error(ErrorCode::busy, "Another server is running in this folder.");
    }
    if (!transaction.ok()) return transaction.error();
    auto held = std::make_unique<Held>(Held{std::move(connection), std::move(transaction).value()});
    return std::unique_ptr<FolderLock>(new FolderLock(std::move(held)));
}

}  // namespace evenkeel::server
