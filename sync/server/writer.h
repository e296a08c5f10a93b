// The one thread that writes. It takes all calls that wait, runs them in one transaction, commits
// once, and only then lets their answers go (R8): many devices share one fsync.
#pragma once

#include "core/base/ports.h"
#include "sync/server/log.h"
#include "sync/server/service.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace evenkeel::server {

class Writer {
public:
    // Called once, on the writing thread.
    using Done = std::function<void(Reply)>;

    Writer(Service& service, const Clock& clock, Log& log);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // From any thread.
    void submit(PreparedCall call, Done done);
    // Answers everything that was submitted, folds the write-ahead logs, and ends the thread.
    void stop();

private:
    struct Job {
        PreparedCall call;
        Done done;
    };
    void run();
    void run_group(std::deque<Job>& jobs);
    // How many of the jobs, from the first on, were applied and committed; an error if none.
    Result<std::size_t> apply_group(std::deque<Job>& jobs, std::size_t count_max,
                                    std::vector<Reply>& replies);
    void tidy_up();
    void note(const std::vector<Reply>& replies, Instant now);
    void report(Instant now);

    Service& service_;
    const Clock& clock_;
    Log& log_;

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job> waiting_;
    bool stopping_ = false;

    // Of the writing thread only: what the log says once a minute.
    std::size_t last_group_ = 0;
    std::int64_t minute_ = 0;
    std::int64_t groups_ = 0;
    std::int64_t answered_ = 0;
    std::int64_t refused_ = 0;
    std::int64_t bytes_ = 0;
    std::thread thread_;
};

}  // namespace evenkeel::server
