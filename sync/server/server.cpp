#include "sync/server/server.h"

#include "sync/server/sqlite_storage.h"

#include <filesystem>

namespace evenkeel::server {

namespace {

Result<std::string> make_certificate(const InitOptions& options, Instant now, Random& random) {
    if (options.tls.kind == TlsKind::off) return std::string();
    CertificateFiles files = options.tls.files;
    if (options.tls.kind == TlsKind::self_signed) {
        files = own_certificate(options.data);
        TRY(make_self_signed(files, options.listen.host, now, random));
    }
    TRY_ASSIGN(const Hash32 pin, certificate_pin(files.certificate));
    return pin_text(pin);
}

void make_private(const std::string& path) {
    std::error_code ignored;  // the folder itself is private already
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
}

}  // namespace

Result<InitResult> init_server(const InitOptions& options, Instant now, Random& random) {
    if (options.tls.kind == TlsKind::off && !options.listen.is_loopback()) {
        return Error(ErrorCode::invalid_input,
                     "Without TLS the server listens on loopback only; use a certificate.");
    }
    TRY(make_folder(options.data));
    TRY_ASSIGN(std::string pin, make_certificate(options, now, random));
    TRY_ASSIGN(const auto storage, open_sqlite_storage(options.data));
    make_private(options.data + "/" + keys_file_name);
    make_private(options.data + "/" + log_file_name);
    TRY(write_settings(*storage, {options.listen, options.tls}));
    TRY_ASSIGN(const paper::SetupCode code, found_server(*storage, random, options.root));
    TRY(storage->tidy_up());

    const std::string scheme = options.tls.kind == TlsKind::off ? "http://" : "https://";
    return InitResult{.server_url = scheme + options.listen.text(),
                      .pin = std::move(pin),
                      .setup_code = options.root ? std::string() : paper::setup_code_text(code)};
}

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options, const Clock& clock) {
    std::unique_ptr<Server> server(new Server);
    server->clock_ = &clock;
    TRY_ASSIGN(server->lock_, FolderLock::take(options.data));
    TRY_ASSIGN(server->log_, Log::open(options.data + "/server.log"));
    TRY_ASSIGN(auto storage, open_sqlite_storage(options.data));
    TRY_ASSIGN(const FolderSettings settings, read_settings(*storage, options.data));
    TRY_ASSIGN(server->service_, Service::open(std::move(storage), server->directory_));
    server->admission_ = std::make_unique<Admission>(server->directory_, options.rates);
    server->writer_ = std::make_unique<Writer>(*server->service_, clock, *server->log_);

    ListenerOptions listen{.address = options.listen.value_or(settings.listen)};
    if (settings.tls.kind != TlsKind::off) listen.certificate = settings.tls.files;
    const auto handle = [whole = server.get()](Bytes body, const std::string& network,
                                               std::function<void(Reply)> done) {
        auto admitted = whole->admission_->admit(body, network, whole->clock_->now());
        if (auto* reply = std::get_if<Reply>(&admitted)) {
            done(std::move(*reply));
        } else {
            whole->writer_->submit(std::move(std::get<PreparedCall>(admitted)), std::move(done));
        }
    };
    TRY_ASSIGN(server->listener_, Listener::start(listen, handle));
    server->address_ = {listen.address.host, server->listener_->port()};
    server->log_->line(clock.now(), "started", {{"port", server->listener_->port()}});
    return server;
}

Server::~Server() { stop(); }

void Server::stop() {
    if (listener_) listener_->stop();
    if (!writer_) return;
    writer_->stop();
    writer_.reset();
    // Connections that were given up hold callbacks; they end with the listener.
    listener_.reset();
    log_->line(clock_->now(), "stopped", {});
}

Result<Counts> server_counts(const std::string& data) {
    std::error_code error;
    if (!std::filesystem::exists(data + "/" + keys_file_name, error)) {
        return Error(ErrorCode::not_found, "This folder holds no server; make one with init.");
    }
    TRY_ASSIGN(const auto storage, open_sqlite_storage(data));
    return storage->counts();
}

}  // namespace evenkeel::server
