// What the server answers, without sockets and threads: bytes in, bytes out, over a storage.
#pragma once

#include "core/base/ports.h"
#include "sync/paper/setup_code.h"
#include "sync/server/admission.h"
#include "sync/server/registry.h"
#include "sync/wire/calls.h"

#include <memory>
#include <string>

namespace evenkeel::server {

// Facts of one server in the storage's settings, written once by `found_server`.
namespace setting {
inline constexpr Literal epoch{"epoch"};              // 16 random bytes
inline constexpr Literal setup_code{"setup_code"};    // a hash of it; gone once used
inline constexpr Literal reborn_root{"reborn_root"};  // the root fingerprint this server waits for
inline constexpr Literal listen{"listen"};            // HOST:PORT
inline constexpr Literal tls{"tls"};                  // see TlsMode
}  // namespace setting

// Makes the facts of a new server. With `root`, it replaces a lost one and waits for that
// practice's staff chain; without, the code returned creates a new practice.
Result<paper::SetupCode> found_server(Storage& storage, Random& random,
                                      const std::optional<trust::RootFingerprint>& root);

class Service {
public:
    static Result<std::unique_ptr<Service>> open(std::unique_ptr<Storage> storage,
                                                 Directory& directory);

    // One call inside a group. An error means the storage failed: roll the group back.
    Result<Reply> apply(PreparedCall& call, Instant now);

    // A group of calls is one transaction; no answer of it leaves before `commit` returned.
    Result<void> begin();
    Result<void> commit();
    void roll_back();

    // For quiet moments: what has expired, and the write-ahead logs.
    Result<void> tidy_up(Instant now);
    Storage& storage() { return *storage_; }

private:
    Service(std::unique_ptr<Storage> storage, Directory& directory)
        : storage_(std::move(storage)), registry_(*storage_, directory) {}

    // A crash between the two commits of an erasure leaves the vault's log behind.
    Result<void> finish_erasures();

    Result<wire::SimpleAnswer> fetch(const wire::InviteFetch& call, Instant now);
    Result<wire::SimpleAnswer> answer(const PreparedAnswer& prepared, Instant now);
    Result<std::optional<wire::RefusalCode>> welcome_client(const PreparedAnswer& prepared,
                                                            InviteRecord& invite, Instant now);
    Result<wire::SimpleAnswer> set_up(const wire::SetUp& call);
    Result<wire::SimpleAnswer> rebirth(const wire::Rebirth& call);
    Result<wire::SimpleAnswer> wiped(const wire::WipedCall& call);

    std::unique_ptr<Storage> storage_;
    Registry registry_;
    wire::ServerEpoch epoch_{};
    bool damaged_ = false;  // after a failure nothing is trusted until all is read anew
};

// A whole request, for tests and for programs with one thread: admission, one group, one answer.
Reply handle(Admission& admission, Service& service, ByteView body, const std::string& network,
             Instant now);

}  // namespace evenkeel::server
