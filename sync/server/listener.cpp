// With http_header.cpp the only file that knows Boost: compiling it costs a gigabyte.
#include "sync/server/listener.h"

// Calls cross threads under Asio's mutex only; its extra fences are what ThreadSanitizer cannot
// see.
#define BOOST_ASIO_DISABLE_FENCED_BLOCK 1

#include "sync/server/http_header.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <map>
#include <set>
#include <thread>

namespace evenkeel::server {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable);

// Deadlines are counted in ticks of one timer: a timer per operation would cost more than the rest.
constexpr std::chrono::milliseconds tick_length{250};
constexpr std::int64_t ticks_per_second = 4;
constexpr int goodbye_seconds = 2;
constexpr std::size_t goodbye_bytes_max = 4UL * 1024 * 1024;

std::string network_of(const tcp::endpoint& remote) {
    asio::ip::address address = remote.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    if (address.is_loopback()) return loopback_network;
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        return {bytes.begin(), bytes.begin() + 3};
    }
    const auto bytes = address.to_v6().to_bytes();
    return {bytes.begin(), bytes.begin() + 6};
}

bool set_up_tls(asio::ssl::context& context, const CertificateFiles& files) {
    SSL_CTX* native = context.native_handle();
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                    SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    error_code error;
    if (SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20") != 1 ||
        SSL_CTX_set_num_tickets(native, 1) != 1 ||
        context.use_certificate_chain_file(files.certificate, error) ||
        context.use_private_key_file(files.key, asio::ssl::context::pem, error)) {
        return false;
    }
    return true;
}

}  // namespace

class Listener::Implementation {
public:
    explicit Implementation(RequestHandler handler)
        : handler_(std::move(handler)), acceptor_(context_), ticker_(context_) {}

    Result<void> open(const ListenerOptions& options);
    void run();
    void stop();
    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    class Session;

    asio::awaitable<void> accept();
    asio::awaitable<void> tick();
    void admit(tcp::socket socket);
    void remove(Session& session);

    RequestHandler handler_;
    std::optional<asio::ssl::context> tls_;
    std::uint16_t port_ = 0;

    // Of the listening thread only.
    std::set<Session*> sessions_;
    std::map<std::string, std::size_t> per_network_;
    std::int64_t now_ = 0;  // in ticks
    bool stopping_ = false;
    std::int64_t stop_deadline_ = 0;

    // Ends before all it serves: the connections that are left end with it.
    asio::io_context context_{1};
    tcp::acceptor acceptor_;
    asio::steady_timer ticker_;
    std::thread thread_;
};

// One connection, alive as long as its coroutine. Whatever goes wrong ends it.
class Listener::Implementation::Session {
public:
    Session(Implementation& listener, tcp::socket socket, std::string network)
        : listener_(listener), socket_(std::move(socket)), network_(std::move(network)) {
        if (listener_.tls_) tls_.emplace(socket_, *listener_.tls_);
        set_deadline(limits::header_seconds);
    }
    ~Session() { listener_.remove(*this); }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] const std::string& network() const { return network_; }
    void close_if_late(std::int64_t now) {
        if (now >= deadline_) close();
    }
    // While an answer is worked on or written, the connection stays.
    void close_if_waiting() {
        if (!answering_) close();
    }
    asio::awaitable<void> run();

private:
    void close() {
        error_code ignored;
        socket_.close(ignored);
    }
    void set_deadline(int seconds) { deadline_ = listener_.now_ + seconds * ticks_per_second + 1; }

    asio::awaitable<bool> read_more();
    asio::awaitable<bool> read_until_header();
    asio::awaitable<bool> serve_one();
    asio::awaitable<bool> read_body(const HttpHeader& header, Bytes& body);
    asio::awaitable<Reply> ask(Bytes body);
    asio::awaitable<bool> write(std::string text);
    asio::awaitable<void> say_goodbye();

    Implementation& listener_;
    tcp::socket socket_;
    std::optional<asio::ssl::stream<tcp::socket&>> tls_;
    std::string network_;
    std::string buffer_;            // read, but not used yet
    ByteArray<16 * 1024> chunk_{};  // what one TLS record holds
    std::int64_t deadline_ = 0;
    bool answering_ = false;
};

asio::awaitable<void> Listener::Implementation::Session::run() {
    if (tls_) {
        const auto [error] =
            co_await tls_->async_handshake(asio::ssl::stream_base::server, awaiting);
        if (error) co_return;
    }
    while (co_await serve_one()) {
        if (listener_.stopping_) co_return;
        set_deadline(limits::idle_seconds);
    }
}

asio::awaitable<bool> Listener::Implementation::Session::read_more() {
    const auto target = asio::buffer(chunk_);
    const auto [error, count] = tls_ ? co_await tls_->async_read_some(target, awaiting)
                                     : co_await socket_.async_read_some(target, awaiting);
    if (error) co_return false;
    buffer_.append(reinterpret_cast<const char*>(chunk_.data()), count);
    co_return true;
}

// The clock of the header starts with its first byte and is not set again by the next ones.
asio::awaitable<bool> Listener::Implementation::Session::read_until_header() {
    bool begun = false;
    while (buffer_.find(http_header_end) == buffer_.npos) {
        if (buffer_.size() > limits::header_bytes_max) co_return true;
        if (!co_await read_more()) co_return false;
        if (!begun) set_deadline(limits::header_seconds);
        begun = true;
    }
    co_return true;
}

// One request and its answer. False: the connection is to end.
asio::awaitable<bool> Listener::Implementation::Session::serve_one() {
    if (!co_await read_until_header()) co_return false;
    const std::size_t end = buffer_.find(http_header_end);
    const bool too_long = end == buffer_.npos || end > limits::header_bytes_max;
    const HttpHeader header =
        too_long
            ? HttpHeader{.refused = http_header_too_large}
            : read_http_header(std::string_view(buffer_).substr(0, end + http_header_end.size()));
    int status = header.refused;
    Bytes answer;
    if (status == 0) {
        buffer_.erase(0, end + http_header_end.size());
        Bytes body;
        if (!co_await read_body(header, body)) co_return false;
        if (buffer_.empty()) {
            answering_ = true;
            Reply reply = co_await ask(std::move(body));
            status = static_cast<int>(reply.status);
            answer = std::move(reply.body);
        } else {
            status = http_bad_request;  // a second request came before the answer
        }
    }
    set_deadline(limits::body_seconds);
    const bool written = co_await write(write_http_response(status, answer));
    answering_ = false;
    if (written && status != 200) co_await say_goodbye();
    co_return written&& status == 200 && !header.closes;
}

asio::awaitable<bool> Listener::Implementation::Session::read_body(const HttpHeader& header,
                                                                   Bytes& body) {
    set_deadline(limits::body_seconds);
    while (true) {
        // The length was promised, not seen: memory grows with what arrives.
        const std::size_t wanted = header.body_bytes - body.size();
        const std::size_t count = std::min(wanted, buffer_.size());
        append(body, as_bytes(std::string_view(buffer_).substr(0, count)));
        buffer_.erase(0, count);
        if (body.size() == header.body_bytes) co_return true;
        if (!co_await read_more()) co_return false;
    }
}

asio::awaitable<Reply> Listener::Implementation::Session::ask(Bytes body) {
    deadline_ = INT64_MAX;
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Reply)>(
        [this](auto handler, Bytes request) {
            // One owner at a time: the callback hands everything over to the listening thread and
            // keeps nothing of the connection.
            struct Waiting {
                decltype(handler) resume;
                asio::executor_work_guard<asio::io_context::executor_type> guard;
            };
            auto waiting = std::make_shared<Waiting>(
                Waiting{std::move(handler), asio::make_work_guard(listener_.context_)});
            listener_.handler_(
                std::move(request), network_, [waiting = std::move(waiting)](Reply reply) mutable {
                    const auto executor = waiting->guard.get_executor();
                    asio::post(executor,
                               [taken = std::move(waiting), answer = std::move(reply)]() mutable {
                                   auto resume = std::move(taken->resume);
                                   taken.reset();
                                   std::move(resume)(std::move(answer));
                               });
                });
        },
        asio::use_awaitable, std::move(body));
}

asio::awaitable<bool> Listener::Implementation::Session::write(std::string text) {
    const auto source = asio::buffer(text);
    const auto [error, count] = tls_ ? co_await asio::async_write(*tls_, source, awaiting)
                                     : co_await asio::async_write(socket_, source, awaiting);
    co_return !error;
}

// Closing while the other side still sends would take back the answer before it is read.
asio::awaitable<void> Listener::Implementation::Session::say_goodbye() {
    set_deadline(goodbye_seconds);
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    for (std::size_t dropped = 0; dropped < goodbye_bytes_max;) {
        const auto [error, count] =
            co_await socket_.async_read_some(asio::buffer(chunk_), awaiting);
        if (error) co_return;
        dropped += count;
    }
}

// ---- Accepting, counting, stopping --------------------------------------------------------------

Result<void> Listener::Implementation::open(const ListenerOptions& options) {
    if (!options.certificate && !options.address.is_loopback()) {
        return Error(ErrorCode::invalid_input,
                     "Without TLS the server listens on loopback only; use a certificate.");
    }
    if (options.certificate) {
        tls_.emplace(asio::ssl::context::tls_server);
        if (!set_up_tls(*tls_, *options.certificate)) {
            return Error(ErrorCode::invalid_input,
                         "The certificate or its key cannot be used; look at the two files.");
        }
    }
    error_code error;
    tcp::resolver resolver(context_);
    const auto found = resolver.resolve(options.address.host, std::to_string(options.address.port),
                                        tcp::resolver::passive, error);
    if (error || found.empty()) {
        return Error(ErrorCode::invalid_input, "The address to listen on does not exist here.");
    }
    const tcp::endpoint endpoint = *found.begin();
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return Error(ErrorCode::busy, "The address to listen on is in use by another program.");
    port_ = acceptor_.local_endpoint(error).port();
    return {};
}

void Listener::Implementation::run() {
    asio::co_spawn(context_, accept(), asio::detached);
    asio::co_spawn(context_, tick(), asio::detached);
    thread_ = std::thread([this] { context_.run(); });
}

asio::awaitable<void> Listener::Implementation::accept() {
    while (acceptor_.is_open()) {
        auto [error, socket] = co_await acceptor_.async_accept(awaiting);
        if (error == asio::error::operation_aborted) co_return;
        if (!error) {
            admit(std::move(socket));
            continue;
        }
        // Out of file descriptors, perhaps: others will be closed in a moment.
        asio::steady_timer pause(context_, tick_length);
        co_await pause.async_wait(awaiting);
    }
}

void Listener::Implementation::admit(tcp::socket socket) {
    error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error || sessions_.size() >= limits::connections_max) return;
    const std::string network = network_of(remote);
    const std::size_t most = network == loopback_network ? limits::connections_from_loopback_max
                                                         : limits::connections_per_network_max;
    std::size_t& count = per_network_[network];
    if (count >= most) return;
    socket.set_option(tcp::no_delay(true), error);
    ++count;
    auto session = std::make_shared<Session>(*this, std::move(socket), network);
    sessions_.insert(session.get());
    asio::co_spawn(
        context_, [session]() { return session->run(); }, asio::detached);
}

void Listener::Implementation::remove(Session& session) {
    sessions_.erase(&session);
    const auto place = per_network_.find(session.network());
    if (place != per_network_.end() && --place->second == 0) per_network_.erase(place);
}

asio::awaitable<void> Listener::Implementation::tick() {
    while (true) {
        ticker_.expires_after(tick_length);
        co_await ticker_.async_wait(awaiting);
        ++now_;
        for (Session* session : sessions_) session->close_if_late(now_);
        if (stopping_ && (sessions_.empty() || now_ >= stop_deadline_)) {
            context_.stop();
            co_return;
        }
    }
}

void Listener::Implementation::stop() {
    if (!thread_.joinable()) return;
    asio::post(context_, [this] {
        stopping_ = true;
        stop_deadline_ = now_ + limits::stop_seconds * ticks_per_second;
        error_code ignored;
        acceptor_.close(ignored);
        for (Session* session : sessions_) session->close_if_waiting();
        ticker_.cancel();
    });
    thread_.join();
}

Listener::Listener(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

Listener::~Listener() { stop(); }

std::uint16_t Listener::port() const { return implementation_->port(); }

void Listener::stop() { implementation_->stop(); }

Result<std::unique_ptr<Listener>> Listener::start(const ListenerOptions& options,
                                                  RequestHandler handler) {
    auto implementation = std::make_unique<Implementation>(std::move(handler));
    TRY(implementation->open(options));
    implementation->run();
    return std::unique_ptr<Listener>(new Listener(std::move(implementation)));
}

}  // namespace evenkeel::server
