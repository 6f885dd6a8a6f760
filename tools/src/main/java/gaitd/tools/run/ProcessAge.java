package gaitd.tools.run;

import java.time.Duration;
import java.time.Instant;

/** How long this process has been there. */
public final class ProcessAge {
    private ProcessAge() {}

    /**
     * Its age.
     *
     * @return s, or null where the system does not tell when it began
     */
    public static Double seconds() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toNanos() * 1e-9)
                .orElse(null);
    }
}
