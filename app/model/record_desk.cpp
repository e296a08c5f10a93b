#include "app/model/record_desk.h"

#include <algorithm>

namespace evenkeel::model {

const VersionRecord* open_version(const client::BoundaryBook& book,
                                  const BoundaryStanding& standing, Role written_by) {
    const VersionRecord* newest = nullptr;
    for (const std::size_t index : standing.open) {
        if (book.versions[index].written_by == written_by) newest = &book.versions[index];
    }
    return newest;
}

const VersionRecord& shown_version(const client::BoundaryBook& book,
                                   const BoundaryStanding& standing, Role reader) {
    const Role other = reader == Role::client ? Role::clinician : Role::client;
    if (const auto* theirs = open_version(book, standing, other)) return *theirs;
    if (const auto* ours = open_version(book, standing, reader)) return *ours;
    if (!standing.contested.empty()) return book.versions[standing.contested.back()];
    if (standing.in_force) return book.versions[*standing.in_force];
    const VersionRecord* newest = nullptr;
    for (const VersionRecord& version : book.versions) {
        if (version.document.boundary != standing.boundary) continue;
        if (newest == nullptr || newest->document.version <= version.document.version) {
            newest = &version;
        }
    }
    ASSERT(newest != nullptr);  // a standing is made of versions
    return *newest;
}

const BoundaryStanding* find_standing(const client::BoundaryBook& book, EntityId boundary) {
    const auto found = std::ranges::find_if(book.standings, [&](const BoundaryStanding& standing) {
        return standing.boundary == boundary;
    });
    return found == book.standings.end() ? nullptr : &*found;
}

const VersionRecord* version_of_day(const client::BoundaryBook& book,
                                    const BoundaryStanding& standing, Day day) {
    const auto hash = version_on(standing, day);
    if (!hash) return nullptr;
    for (const VersionRecord& version : book.versions) {
        const bool is_it = version.hash == *hash && version.document.boundary == standing.boundary;
        if (is_it) return applies_on(version.document.terms, day) ? &version : nullptr;
    }
    return nullptr;
}

}  // namespace evenkeel::model
