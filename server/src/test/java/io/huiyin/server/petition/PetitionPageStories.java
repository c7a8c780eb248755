package io.huiyin.server.petition;

import static io.huiyin.server.Staff.as;

import io.huiyin.server.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Stories that are read on pages: on the desk by a role, at home with the query code. */
abstract class PetitionPageStories extends PetitionStories {

    @Autowired
    MockMvcTester mvc;

    /** What a member of staff sees at an address of the desk. */
    final MvcTestResult desk(String address, Role role) {
        return mvc.get().uri(address).with(as(staff.get(role))).exchange();
    }

    /** What the first petitioner's query code opens at an address, asked from a place in the net. */
    final MvcTestResult post(String address, String from, String... fields) {
        var request = mvc.post().uri(address).param("query", "查询码1");
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return request.with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(asked -> {
                    asked.setRemoteAddr(from);
                    return asked;
                })
                .exchange();
    }
}
