package io.huiyin.server.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints, at a start without any account, the link that sets the first administrator. */
@Component
class FirstLink {

    private final FirstAdministrator first;
    private final Environment environment;
    private final boolean demo;

    FirstLink(FirstAdministrator first, Environment environment, @Value("${huiyin.demo:false}") boolean demo) {
        this.first = first;
        this.environment = environment;
        this.demo = demo;
    }

    /** On standard output, not in the log: logs are kept and sent elsewhere. */
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        String port = environment.getProperty("local.server.port");
        if (demo || port == null || !first.wanted()) return;
        System.out.println(
                "There is no account yet. Within the hour, set the first administrator here (the secret works once):");
        // behind the #: a browser keeps it to itself
        System.out.println("  http://127.0.0.1:" + port + "/desk/first#" + first.newSecret());
    }
}
