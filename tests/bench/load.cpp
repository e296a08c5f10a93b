#include "tests/bench/load_client.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

#include <sys/epoll.h>

namespace evenkeel::bench {

namespace {

using Clients = std::vector<std::unique_ptr<LoadClient>>;

// All clients in one thread, each with one turn under way, until the first has none left: from then
// on there would be fewer than all.
std::size_t drive(Clients& clients) {
    const test::File poll(epoll_create1(EPOLL_CLOEXEC));
    for (auto& client : clients) {
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        wanted.data.ptr = client.get();
        epoll_ctl(poll.number(), EPOLL_CTL_ADD, client->socket(), &wanted);
        client->begin_turn();
    }
    constexpr int wait_ms_max = 10'000;
    constexpr int events_max = 64;
    for (;;) {
        epoll_event ready[events_max];
        const int count = epoll_wait(poll.number(), ready, events_max, wait_ms_max);
        test::require(count > 0, "The server stopped answering under load.");
        for (int i = 0; i < count; ++i) {
            auto* const client = static_cast<LoadClient*>(ready[i].data.ptr);
            client->go_on();
            if (!client->done()) continue;
            std::size_t turns = 0;
            for (const auto& each : clients) turns += each->latencies_ms().size();
            return turns;
        }
    }
}

}  // namespace

void put_under_load(Setting& setting, const Extent& extent, Samples& samples) {
    std::vector<std::vector<PreparedTurn>> turns_of;
    for (std::size_t i = 0; i < extent.load_clients; ++i) {
        const auto profile = setting.new_client("load" + std::to_string(i));
        test::settle(*profile);
        turns_of.push_back(prepare_turns(*profile, extent.turns_per_load_client));
    }
    Clients clients;  // connected only now: the server closes what is idle
    for (auto& turns : turns_of) {
        clients.push_back(
            std::make_unique<LoadClient>(setting.server().address(), std::move(turns)));
    }
    const pid_t server = setting.server().id();
    const double cpu_before = cpu_ms(server);
    const StopWatch watch;
    const auto turns = static_cast<double>(drive(clients));
    samples.add("32 clients durable, syncs/s", turns / watch.seconds());
    samples.add("server CPU ms/sync under that load", (cpu_ms(server) - cpu_before) / turns);
    std::vector<double> ms;
    for (const auto& client : clients) {
        ms.insert(ms.end(), client->latencies_ms().begin(), client->latencies_ms().end());
    }
    samples.add("32 clients, p50 ms", percentile(ms, 0.5));
    samples.add("32 clients, p95 ms", percentile(ms, 0.95));
    samples.add("server RSS peak under load, MB", resident_mb_peak(server));
}

}  // namespace evenkeel::bench
