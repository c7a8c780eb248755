package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 回执: what whoever handed a petition in takes home.
 *
 * @param codes the public number of everybody who signed, in their order
 * @param dueOn by when it is registered and passed on
 */
record Receipt(UUID petition, List<Code> codes, LocalDate dueOn) {}
