// A whole practice server in one object: a folder, a listener, a writer. The program, tests and
// benchmarks run the same one.
#pragma once

#include "sync/server/data_folder.h"
#include "sync/server/listener.h"
#include "sync/server/writer.h"

#include <memory>
#include <optional>
#include <string>

namespace evenkeel::server {

struct InitOptions {
    std::string data;  // a folder that is new or empty
    ListenAddress listen;
    TlsMode tls;
    // Given for a server that replaces a lost one: it waits for this practice's staff chain.
    std::optional<trust::RootFingerprint> root;
};
struct InitResult {
    std::string server_url;
    std::string pin;         // "sha256//..."; empty without TLS
    std::string setup_code;  // creates the practice, once; empty for a replacing server
};
Result<InitResult> init_server(const InitOptions& options, Instant now, Random& random);

struct ServerOptions {
    std::string data;
    std::optional<ListenAddress> listen;  // instead of the one given at init
    RateLimits rates;
};

class Server {
public:
    // Listens when it returns. `clock` outlives the server.
    static Result<std::unique_ptr<Server>> start(const ServerOptions& options, const Clock& clock);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    // Where it listens, with the port it chose.
    [[nodiscard]] const ListenAddress& address() const { return address_; }
    [[nodiscard]] std::uint16_t port() const { return address_.port; }

    // Accepts nothing more, answers what was accepted, folds the logs. Loses nothing.
    void stop();

private:
    Server() = default;

    // In the order of their making; they end in the opposite one.
    std::unique_ptr<FolderLock> lock_;
    std::unique_ptr<Log> log_;
    Directory directory_;
    std::unique_ptr<Service> service_;
    std::unique_ptr<Admission> admission_;  // used by the listening thread
    std::unique_ptr<Writer> writer_;
    std::unique_ptr<Listener> listener_;
    ListenAddress address_;
    const Clock* clock_ = nullptr;
};

// What a folder holds, also while a server runs in it; damaged if its files are not sound.
Result<Counts> server_counts(const std::string& data);

}  // namespace evenkeel::server
