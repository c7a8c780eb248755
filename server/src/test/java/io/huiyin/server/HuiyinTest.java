package io.huiyin.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole server on a real PostgreSQL, emptied before each test, at a fixed time ({@link TestClock}). All such tests
 * share one context and one database, one class after the other.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "huiyin.sweep=false",
            "huiyin.home.keep=0s",
            "huiyin.results.keep=0s",
            "huiyin.sign-in.bcrypt=4" // its cost is for whoever steals the table
        })
@AutoConfigureMockMvc
@ResourceLock("the database")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestClock.class, CleanDatabase.class})
@org.springframework.test.context.TestExecutionListeners(
        listeners = CleanDatabase.BeforeEachTest.class,
        mergeMode = org.springframework.test.context.TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface HuiyinTest {}
