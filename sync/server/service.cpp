#include "sync/server/service.h"

#include "sync/server/turn.h"

namespace evenkeel::server {

Result<paper::SetupCode> found_server(Storage& storage, Random& random,
                                      const std::optional<trust::RootFingerprint>& root) {
    paper::SetupCode code{};
    random.fill(code);
    wire::ServerEpoch epoch{};
    random.fill(epoch);
    TRY(storage.begin());
    TRY(storage.set_setting(setting::epoch, epoch));
    if (root) {
        TRY(storage.set_setting(setting::reborn_root, *root));
    } else {
        TRY(storage.set_setting(setting::setup_code, trust::payload_hash(code)));
    }
    TRY(storage.commit());
    return code;
}

Result<std::unique_ptr<Service>> Service::open(std::unique_ptr<Storage> storage,
                                               Directory& directory) {
    std::unique_ptr<Service> service(new Service(std::move(storage), directory));
    TRY_ASSIGN(const auto epoch, service->storage_->setting(setting::epoch));
    if (!epoch || epoch->size() != service->epoch_.size()) {
        return Error(ErrorCode::not_found, "This folder holds no server; make one with init.");
    }
    std::copy(epoch->begin(), epoch->end(), service->epoch_.begin());
    TRY(service->finish_erasures());
    TRY(service->registry_.load());
    return service;
}

Result<void> Service::finish_erasures() {
    TRY(storage_->begin());
    TRY_ASSIGN(const auto erased, storage_->erased_vaults());
    for (const VaultId& vault : erased) {
        TRY_ASSIGN(const VaultHead head, storage_->head(vault));
        if (head.position > 0) TRY(storage_->erase_log(vault));
    }
    return storage_->commit();
}

Result<void> Service::begin() {
    if (damaged_) {
        TRY(registry_.load());
        damaged_ = false;
    }
    return storage_->begin();
}

Result<void> Service::commit() {
    TRY(registry_.flush());
    return storage_->commit();
}

void Service::roll_back() {
    storage_->roll_back();
    damaged_ = true;
}

Result<void> Service::tidy_up(Instant now) {
    TRY(storage_->begin());
    // A day later nobody asks any more why an invite does not work.
    TRY(storage_->forget_expired_invites(now + -ms_per_day));
    TRY(storage_->commit());
    return storage_->tidy_up();
}

Result<Reply> Service::apply(PreparedCall& call, Instant now) {
    if (auto* turn = std::get_if<PreparedTurn>(&call)) {
        return Turn(*storage_, registry_, *turn, epoch_, now).run();
    }
    Result<wire::SimpleAnswer> answered = [&]() -> Result<wire::SimpleAnswer> {
        if (const auto* asked = std::get_if<wire::InviteFetch>(&call)) return fetch(*asked, now);
        if (const auto* given = std::get_if<PreparedAnswer>(&call)) return answer(*given, now);
        if (const auto* first = std::get_if<wire::SetUp>(&call)) return set_up(*first);
        if (const auto* gone = std::get_if<wire::WipedCall>(&call)) return wiped(*gone);
        return rebirth(std::get<wire::Rebirth>(call));
    }();
    if (!answered.ok()) return answered.error();
    return Reply{Status::ok, wire::encode(answered.value())};
}

Reply handle(Admission& admission, Service& service, ByteView body, const std::string& network,
             Instant now) {
    auto admitted = admission.admit(body, network, now);
    if (auto* reply = std::get_if<Reply>(&admitted)) return std::move(*reply);
    const auto run = [&]() -> Result<Reply> {
        TRY(service.begin());
        TRY_ASSIGN(Reply reply, service.apply(std::get<PreparedCall>(admitted), now));
        TRY(service.commit());
        return reply;
    };
    auto reply = run();
    if (reply.ok()) return std::move(reply).value();
    service.roll_back();
    return Reply{Status::unavailable, {}};
}

}  // namespace evenkeel::server
