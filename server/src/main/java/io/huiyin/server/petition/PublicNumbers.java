package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 信访编号: public numbers say nothing, they are random. */
@Component
class PublicNumbers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SignatoryStore signatories;

    PublicNumbers(SignatoryStore signatories) {
        this.signatories = signatories;
    }

    /** Numbers that nobody has. */
    List<Code> fresh(int many) {
        List<Code> codes = new ArrayList<>();
        while (codes.size() < many) {
            Code code = Code.of(RANDOM.nextLong(Code.RANGE));
            if (!codes.contains(code) && !signatories.taken(code.digits())) codes.add(code);
        }
        return codes;
    }
}
