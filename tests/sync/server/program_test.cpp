// The whole server: its folder, its threads, and the real program that is killed in the middle.
#include "sync/server/server.h"
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>
#include <openssl/pem.h>
#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <atomic>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sstream>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace evenkeel::server {
namespace {

// A blocking client: plain, or TLS without looking at who answers.
class Client {
public:
    Client(std::uint16_t port, bool tls) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) ==
                0);
        if (!tls) return;
        context_.reset(SSL_CTX_new(TLS_client_method()));
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), socket_);
        REQUIRE(SSL_connect(tls_.get()) == 1);
    }
    ~Client() {
        tls_.reset();
        ::close(socket_);
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    // None if the connection was closed without an answer.
    std::optional<Reply> post(ByteView body) {
        std::string text =
            "POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n\r\n";
        text += as_text(body);
        if (!write(text)) return std::nullopt;
        std::string header;
        while (!header.ends_with("\r\n\r\n")) {
            char byte = 0;
            if (!read(&byte, 1)) return std::nullopt;
            header += byte;
        }
        Reply reply{static_cast<Status>(std::stoi(header.substr(9, 3))), {}};
        reply.body.resize(std::stoul(header.substr(header.find("Content-Length: ") + 16)));
        if (!read(reply.body.data(), reply.body.size())) return std::nullopt;
        return reply;
    }
    // The pin of the key the server showed.
    std::string shown_pin() {
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(
            SSL_get1_peer_certificate(tls_.get()), &X509_free);
        const ScratchFolder folder;
        const std::string path = folder.path() + "/shown.pem";
        std::FILE* file = std::fopen(path.c_str(), "w");
        PEM_write_X509(file, certificate.get());
        std::fclose(file);
        return pin_text(certificate_pin(path).value());
    }

private:
    bool write(std::string_view text) {
        while (!text.empty()) {
            const auto count =
                tls_ ? SSL_write(tls_.get(), text.data(), static_cast<int>(text.size()))
                     : static_cast<int>(::send(socket_, text.data(), text.size(), MSG_NOSIGNAL));
            if (count <= 0) return false;
            text.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    bool read(void* target, std::size_t size) {
        auto* next = static_cast<char*>(target);
        while (size > 0) {
            const auto count = tls_ ? SSL_read(tls_.get(), next, static_cast<int>(size))
                                    : static_cast<int>(::recv(socket_, next, size, 0));
            if (count <= 0) return false;
            next += count;
            size -= static_cast<std::size_t>(count);
        }
        return true;
    }

    int socket_;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_{nullptr, &SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_{nullptr, &SSL_free};
};

// The real program, ended with the object: by force unless it was stopped.
class Program {
public:
    explicit Program(const std::string& folder) : log_(folder + ".out") {
        std::filesystem::remove(log_);
        const std::string program = EVENKEEL_BINARY_DIR "/evenkeel-server";
        std::vector<std::string> words = {
            program, "run", "--data", folder, "--requests-per-minute", "1000000"};
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, 1, log_.c_str(), O_WRONLY | O_CREAT, 0600);
        REQUIRE(posix_spawn(&id_, program.c_str(), &actions, nullptr, arguments.data(), environ) ==
                0);
        posix_spawn_file_actions_destroy(&actions);
        wait_for_port();
    }
    ~Program() { end(SIGKILL); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    int end(int signal) {
        if (id_ == 0) return -1;
        ::kill(id_, signal);
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] pid_t id() const { return id_; }

private:
    void wait_for_port() {
        for (int tries = 0; tries < 600 && port_ == 0; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            std::ifstream file(log_);
            std::stringstream text;
            text << file.rdbuf();
            const std::string said = text.str();
            if (said.ends_with("\n")) {
                port_ = static_cast<std::uint16_t>(std::stoi(said.substr(said.rfind(':') + 1)));
            }
        }
        REQUIRE(port_ != 0);
    }
    std::string log_;
    pid_t id_ = 0;
    std::uint16_t port_ = 0;
};

std::string init(const std::string& folder, TlsKind tls) {
    SeededRandom random(5);
    const InitOptions options{.data = folder, .listen = {"127.0.0.1", 0}, .tls = {.kind = tls}};
    const auto made = init_server(options, {1'700'000'000'000}, random);
    REQUIRE(made.ok());
    REQUIRE(made.value().pin.empty() == (tls == TlsKind::off));
    return tls == TlsKind::off ? made.value().setup_code : made.value().pin;
}

// A practice of one admin with a private log: its practice vault.
struct Solo {
    explicit Solo(const std::string& setup_code, Client& client) {
        const auto code = paper::parse_setup_code(setup_code).value();
        REQUIRE(client.post(wire::encode(wire::SetUp{code, notary.staff_chain[0]}))->body[0] == 0);
        trust::VaultRoster draft;
        draft.vault = vault.id = notary.random.id<VaultId>();
        draft.author = admin.keys.id;
        draft.type = trust::VaultType::practice;
        draft.root = notary.staff.root();
        draft.staff_number = 1;
        draft.staff_hash = notary.staff.hash;
        draft.members = {notary.clinician_member(admin), trust::recovery_member(notary.staff)};
        auto built = trust::build_vault_roster(draft, nullptr, admin.keys.signing, notary.random);
        vault.roster = built.value().roster;
        vault.keys = {built.value().key};
        const auto reply = client.post(frame({.vault_rosters = {built.value().bytes}}));
        REQUIRE(reply->status == Status::ok);
    }
    Bytes frame(wire::TurnRequest request) {
        request.staff_roster = 1;
        if (request.vaults.empty()) request.vaults = {{vault.id, 0, {}, 1}};
        return trust::make_frame(notary.staff.root(), admin.keys.id, ++admin.counter,
                                 wire::encode(request), admin.keys.signing.secret);
    }
    Notary notary;
    TestDevice& admin = notary.admin;
    TestVault vault;
};

TEST_CASE("a folder is private, belongs to one running server, and is not made twice") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/server";
    init(folder, TlsKind::self_signed);
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        struct stat facts {};
        REQUIRE(::stat(entry.path().c_str(), &facts) == 0);
        CHECK((facts.st_mode & 0777) == 0600);
    }
    SeededRandom random(5);
    CHECK_FALSE(init_server({.data = folder, .listen = {"127.0.0.1", 0}}, {}, random).ok());

    const TestClock clock;
    auto first = Server::start({.data = folder}, clock);
    REQUIRE(first.ok());
    const auto second = Server::start({.data = folder}, clock);
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().code() == ErrorCode::busy);
    CHECK(server_counts(folder).ok());
    first.value()->stop();
    CHECK_FALSE(Server::start({.data = scratch.path()}, clock).ok());
}

TEST_CASE("a certificate that does not fit on the disk is not made") {
    const ScratchFolder scratch;
    SeededRandom random(5);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit nothing{.rlim_cur = 0, .rlim_max = before.rlim_max};
    ::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &nothing) == 0);
    const auto made =
        make_self_signed(own_certificate(scratch.path()), "127.0.0.1", {1'700'000'000'000}, random);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    ::signal(SIGXFSZ, SIG_DFL);
    CHECK_FALSE(made.ok());
}

TEST_CASE("a damaged file is not reported as sound") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/server";
    init(folder, TlsKind::off);
    REQUIRE(server_counts(folder).ok());
    {
        std::fstream file(folder + "/keys.db", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(-4096, std::ios::end);  // the last page, which counting does not read
        file << std::string(4096, '\x55');
    }
    const auto counts = server_counts(folder);
    REQUIRE_FALSE(counts.ok());
    CHECK(counts.error().code() == ErrorCode::damaged);
}

TEST_CASE("the program leaves no crash file, which would hold its key") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/server";
    init(folder, TlsKind::self_signed);
    const Program program(folder);
    std::ifstream limits("/proc/" + std::to_string(program.id()) + "/limits");
    std::string line;
    while (std::getline(limits, line) && !line.starts_with("Max core file size")) {
    }
    std::istringstream words(line.substr(std::string("Max core file size").size()));
    std::string now, ever;
    words >> now >> ever;
    CHECK(now == "0");
    CHECK(ever == "0");
}

TEST_CASE("over TLS the server shows the key whose pin it printed") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/server";
    const std::string pin = init(folder, TlsKind::self_signed);
    const TestClock clock;
    auto server = Server::start({.data = folder}, clock);
    REQUIRE(server.ok());
    Client client(server.value()->port(), true);
    CHECK(client.shown_pin() == pin);
    const auto fetched = client.post(wire::encode(wire::InviteFetch{InviteId{{1}}}));
    REQUIRE(fetched.has_value());
    CHECK(fetched->body == Bytes{static_cast<Byte>(wire::RefusalCode::invite_used)});
}

TEST_CASE("a kill in the middle loses nothing that was acknowledged") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/server";
    const std::string code = init(folder, TlsKind::off);
    auto program = std::make_unique<Program>(folder);
    auto client = std::make_unique<Client>(program->port(), false);
    Solo solo(code, *client);

    std::uint64_t acknowledged = 0;
    for (int round = 0; round < 5; ++round) {
        std::thread killer([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50 + 40 * round));
            program->end(SIGKILL);
        });
        Bytes unanswered;
        while (true) {
            if (unanswered.empty()) {
                unanswered =
                    solo.frame({.envelopes = {solo.notary.envelope(solo.admin, solo.vault)}});
            }
            const auto reply = client->post(unanswered);
            if (!reply) break;
            const auto response = wire::parse_turn_response(reply->body).value();
            REQUIRE(text_of(response).starts_with("stored "));
            acknowledged = response.receipts[0].sequence;
            unanswered.clear();
        }
        killer.join();
        CHECK(server_counts(folder).value().envelopes >= acknowledged);
        program = std::make_unique<Program>(folder);
        client = std::make_unique<Client>(program->port(), false);
        // The one that was cut off goes again with the same bytes.
        const auto again = client->post(unanswered);
        REQUIRE(again.has_value());
        CHECK(text_of(wire::parse_turn_response(again->body).value()) ==
              "stored " + std::to_string(acknowledged + 1) + " at " +
                  std::to_string(acknowledged + 1) + " x1\n");
        acknowledged += 1;
    }
    CHECK(program->end(SIGTERM) == 0);
    CHECK(server_counts(folder).value().envelopes == acknowledged);
}

TEST_CASE("many devices at once are each answered for what they wrote") {
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/server";
    const std::string code = init(folder, TlsKind::off);
    const TestClock clock;
    auto server = Server::start({.data = folder, .rates = TestServer::plenty()}, clock);
    REQUIRE(server.ok());
    Client first(server.value()->port(), false);
    Solo solo(code, first);
    std::vector<Bytes> frames;
    for (int i = 0; i < 64; ++i) {
        frames.push_back(solo.frame({.envelopes = {solo.notary.envelope(solo.admin, solo.vault)}}));
    }
    // In any order: a lower counter is refused, a gap is refused, and nothing else happens.
    // They connect before the threads begin: Catch2 takes assertions from one thread at a time.
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<Client>(server.value()->port(), false));
    }
    std::atomic<int> answered{0};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < clients.size(); ++t) {
        threads.emplace_back([&, t] {
            for (std::size_t i = t; i < frames.size(); i += clients.size()) {
                if (clients[t]->post(frames[i])) ++answered;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(answered > 0);
    server.value()->stop();
    CHECK(server_counts(folder).value().envelopes <= frames.size());
}

}  // namespace
}  // namespace evenkeel::server
