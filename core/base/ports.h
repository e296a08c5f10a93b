// What the core needs from the outside, handed in. `platform` implements these per system; tests
// hand in frozen clocks and seeded randomness.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <string>

namespace evenkeel {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    // The IANA name of the zone the device is in, as "Europe/Berlin"; "UTC" when unknown.
    [[nodiscard]] virtual std::string zone_name() const = 0;
};

// Cryptographically secure outside tests. Failing to produce randomness aborts the program.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<Byte> target) = 0;

    template <typename Id>
    Id id() {
        Id id;
        do {
            fill(id.bytes);
        } while (id.is_none());
        return id;
    }
    std::uint64_t number() {
        ByteArray<8> bytes{};
        fill(bytes);
        return read_big_endian<std::uint64_t>(bytes);
    }
};

// A small secret per name, kept by the system's own key store and never in a file of ours.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    // False where the system has no key store; then only a long passphrase protects the profile.
    [[nodiscard]] virtual bool available() const = 0;
    // Nothing under that name is no error: it is an empty optional.
    [[nodiscard]] virtual Result<std::optional<Bytes>> load(const std::string& name) = 0;
    [[nodiscard]] virtual Result<void> save(const std::string& name, ByteView secret) = 0;
    [[nodiscard]] virtual Result<void> erase(const std::string& name) = 0;
};

// What reminds a person while the window is closed, on a system that has such a thing.
class BackgroundReminders {
public:
    virtual ~BackgroundReminders() = default;
    // Whether something outside the window can show a reminder now.
    [[nodiscard]] virtual bool can_show() = 0;
    // After each login, or not any more. One that runs ends by itself when nothing is to be
    // reminded of.
    [[nodiscard]] virtual Result<void> start_at_login(bool wanted) = 0;
    // Now; that one runs already is no error.
    [[nodiscard]] virtual Result<void> start() = 0;
};

// Derives a stable 16-byte id from bytes (BLAKE2b under a tag), so that two devices that mean the
// same daily entry write the same entity. Core has no cryptography of its own; this is handed in.
class IdDerivation {
public:
    virtual ~IdDerivation() = default;
    [[nodiscard]] virtual ByteArray<16> derive(ByteView name) const = 0;
};

}  // namespace evenkeel
