#include "tests/sync/client/small_server.h"

#include <catch2/catch_test_macros.hpp>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <arpa/inet.h>
#include <csignal>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace evenkeel::client {

namespace {

constexpr std::size_t request_end_bytes = 9;  // the body that every test sends

bool is_whole(const std::string& request) {
    const auto end = request.find("\r\n\r\n");
    return end != std::string::npos && request.size() >= end + 4 + request_end_bytes;
}

}  // namespace

SmallServer::SmallServer(std::vector<std::string> answers, Tls tls) : answers_(std::move(answers)) {
    if (tls != Tls::off) make_certificate(tls);
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    REQUIRE(listen(listener_, 4) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

SmallServer::~SmallServer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
    SSL_CTX_free(context_);
}

std::string SmallServer::heard() {
    const std::lock_guard guard(mutex_);
    return heard_;
}

void SmallServer::make_certificate(Tls tls) {
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    X509* const certificate = X509_new();
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    X509_sign(certificate, key, EVP_sha256());
    unsigned char* spki = nullptr;
    const int size = i2d_PUBKEY(key, &spki);
    REQUIRE(size > 0);
    SHA256(spki, static_cast<std::size_t>(size), pin_.data());
    OPENSSL_free(spki);

    context_ = SSL_CTX_new(TLS_server_method());
    if (tls == Tls::outdated) {
        SSL_CTX_set_security_level(context_, 0);
        SSL_CTX_set_min_proto_version(context_, TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_, TLS1_1_VERSION);
    }
    SSL_CTX_use_certificate(context_, certificate);
    SSL_CTX_use_PrivateKey(context_, key);
    X509_free(certificate);
    EVP_PKEY_free(key);
}

void SmallServer::serve() {
    // The other side may go in the middle of an answer.
    sigset_t broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, nullptr);
    while (true) {
        const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        ++connections_;
        talk(socket);
        close(socket);
    }
}

// One connection, with or without TLS around it.
void SmallServer::talk(int socket) {
    SSL* const tls = context_ == nullptr ? nullptr : SSL_new(context_);
    if (tls != nullptr) {
        SSL_set_fd(tls, socket);
        if (SSL_accept(tls) != 1) return SSL_free(tls);
    }
    std::string request;
    char buffer[4096];
    while (next_answer_ < answers_.size()) {
        const auto got = tls != nullptr ? SSL_read(tls, buffer, sizeof buffer)
                                        : static_cast<int>(recv(socket, buffer, sizeof buffer, 0));
        if (got <= 0) break;
        request.append(buffer, static_cast<std::size_t>(got));
        {
            const std::lock_guard guard(mutex_);
            heard_.append(buffer, static_cast<std::size_t>(got));
        }
        if (!is_whole(request)) continue;
        request.clear();
        const std::string& answer = answers_[next_answer_++];
        if (tls != nullptr) {
            SSL_write(tls, answer.data(), static_cast<int>(answer.size()));
        } else {
            send(socket, answer.data(), answer.size(), MSG_NOSIGNAL);
        }
    }
    SSL_free(tls);
}

}  // namespace evenkeel::client
