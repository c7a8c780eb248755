package io.huiyin.server.demo;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;

/** The demo county: loads it before the server answers anybody, and tells where to look. */
@DemoOnly
public class DemoCounty implements SmartLifecycle {

    private final Loading loading;
    private final Greeting greeting;
    private final boolean quiet;
    private volatile boolean running;

    DemoCounty(Loading loading, Greeting greeting, @Value("${huiyin.demo.quiet:false}") boolean quiet) {
        this.loading = loading;
        this.greeting = greeting;
        this.quiet = quiet;
    }

    public void greet(PrintStream out) {
        greeting.print(out);
    }

    @Override
    public void start() {
        loading.run(quiet ? new PrintStream(PrintStream.nullOutputStream(), true) : System.out);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Earlier than the web server, whose phase is near the largest number. */
    @Override
    public int getPhase() {
        return 0;
    }
}
