package gaitd.robot.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gaitd.robot.testing.ProcessSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wall clock jumps by an hour, forth and back, while the robot walks. The test may not set the clock of the computer, so the C library of the
 * control process is made to tell another time.
 */
@Tag("slow")
class ClockSteppedTest {
    private static final String SHIM = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <stdlib.h>
            #include <sys/time.h>
            #include <time.h>
            #include <unistd.h>
            static long step(void) { return access(getenv("STEPPED"), F_OK) == 0 ? 3600 : 0; }
            int clock_gettime(clockid_t clock, struct timespec *time) {
                static int (*real)(clockid_t, struct timespec *);
                if (!real) real = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
                int result = real(clock, time);
                if (clock == CLOCK_REALTIME) time->tv_sec += step();
                return result;
            }
            int gettimeofday(struct timeval *time, void *zone) {
                struct timespec now;
                (void) zone;
                clock_gettime(CLOCK_REALTIME, &now);
                time->tv_sec = now.tv_sec;
                time->tv_usec = now.tv_nsec / 1000;
                return 0;
            }
            """;
    private static final long HOUR_MS = 3_600_000;

    @TempDir
    Path folder;

    @Test
    void theRobotWalksOn() throws Exception {
        final Path stepped = folder.resolve("stepped");
        final Map<String, String> shim = Map.of("LD_PRELOAD", shim().toString(), "STEPPED", stepped.toString());
        Files.createFile(stepped);
        final long jumpMs = wallClockMs(shim) - System.currentTimeMillis();
        Files.delete(stepped);
        assumeTrue(Math.abs(jumpMs - HOUR_MS) < HOUR_MS / 2, "this C library's clock cannot be replaced");
        try (Robot robot = new Robot(folder, "", shim)) {
            robot.walk();
            for (int i = 0; i < 3; i++) {
                Files.createFile(stepped);
                robot.awaitTicks(100);
                Files.delete(stepped);
                robot.awaitTicks(100);
            }
            robot.control.signal(ProcessSignal.TERM);
            assertEquals(0, robot.control.exitCode(), robot.control.output());
        }
    }

    private Path shim() throws Exception {
        final Path source = Files.writeString(folder.resolve("shim.c"), SHIM);
        final Path library = folder.resolve("shim.so");
        try {
            final Process cc = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                    .inheritIO()
                    .start();
            assertEquals(0, cc.waitFor());
        } catch (final IOException e) {
            assumeTrue(false, "no C compiler here: " + e.getMessage());
        }
        return library;
    }

    private static long wallClockMs(final Map<String, String> environment) throws Exception {
        final ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ClockPrinter.class.getName()));
        builder.environment().putAll(environment);
        final Process child = builder.start();
        final String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        assertEquals(0, child.waitFor());
        return Long.parseLong(told);
    }

    /** Tells the wall clock of its process. */
    static final class ClockPrinter {
        private ClockPrinter() {}

        public static void main(final String[] args) {
            System.out.println(System.currentTimeMillis());
        }
    }
}
