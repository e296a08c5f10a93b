// The practice's staff: who is an admin, and who leaves. By admins only. Network calls wait.
#pragma once

#include "sync/client/enrolment.h"

namespace evenkeel::client {

// Makes a colleague an admin, or an admin a clinician again; oneself too. Refuses where no admin
// would be left.
Result<void> set_staff_role(Profile& profile, UserId user, Role role,
                            const Connect& connect = make_http_transport);

// Removes a colleague with all their devices: the server refuses them from now on, the practice's
// vault gets a new key at once, and each record they were in as whoever is in it syncs: one turn
// brings the staff list, the next one takes them out. What they had, they had. Refuses oneself, the
// last admin, and a colleague who alone of the practice is in a record on hold.
Result<void> remove_colleague(Profile& profile, UserId user,
                              const Connect& connect = make_http_transport);

// Whether, from now on, a colleague comes into a client's record by the client's own device alone
// (42 CFR Part 2). Records begin to ask as whoever is in them syncs. One that asks goes on asking:
// only its client's device could end that, which no step of the program does.
Result<void> set_client_approval(Profile& profile, bool asked,
                                 const Connect& connect = make_http_transport);
// As the staff list held here says; refused before a practice was joined.
Result<bool> clients_approve(Profile& profile);

// The records on hold that nobody of the practice could open after `user` left: those whose only
// staff they are, and those unknown here into which they invited the client.
Result<std::vector<VaultId>> holds_in_the_way(Profile& profile, UserId user);

// Refuses where there are any.
Result<void> check_may_leave(Profile& profile, UserId user);

}  // namespace evenkeel::client
