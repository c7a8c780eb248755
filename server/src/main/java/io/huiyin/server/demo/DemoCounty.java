package io.huiyin.server.demo;

import java.io.PrintStream;
import org.springframework.stereotype.Component;

/** The demo county: loads it once, and tells where to look. */
@Component
public class DemoCounty {

    public void greet(PrintStream out) {
        out.println("Huiyin 回音");
    }
}
