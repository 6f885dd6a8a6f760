package gaitd.robot.warmup;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some compilation of this JVM may fall between two looks, so quiet has to come within several. */
class CompilerActivityTest {
    private static final int LOOKS = 200;

    @TempDir
    Path tasks;

    private void task(final String id, final String name, final String time) throws IOException {
        final Path task = Files.createDirectories(tasks.resolve(id));
        Files.writeString(task.resolve("comm"), name + "\n");
        Files.writeString(task.resolve("schedstat"), time + "\n");
    }

    private static boolean getsQuiet(final CompilerActivity activity) throws InterruptedException {
        for (int i = 0; i < LOOKS; i++) {
            if (!activity.sinceLastCall()) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }

    @Test
    void seesACompilerThatIsStillAtIt() throws IOException, InterruptedException {
        task("7", "C2 CompilerThre", "100 0 1");
        task("8", "main", "5 0 1");
        final CompilerActivity activity = new CompilerActivity(tasks);
        assertTrue(activity.sinceLastCall());
        assertTrue(getsQuiet(activity));
        task("7", "C2 CompilerThre", "100 9 1");
        assertTrue(activity.sinceLastCall());
    }

    @Test
    void doesNotMindOtherThreads() throws IOException, InterruptedException {
        task("8", "main", "5 0 1");
        final CompilerActivity activity = new CompilerActivity(tasks);
        assertTrue(getsQuiet(activity));
        boolean quiet = false;
        for (int i = 0; i < LOOKS && !quiet; i++) {
            task("8", "main", i + " 0 1");
            quiet = !activity.sinceLastCall();
            Thread.sleep(10);
        }
        assertTrue(quiet);
    }

    @Test
    void takesAThreadThatEndsForActivity() throws IOException, InterruptedException {
        task("7", "C1 CompilerThre", "100 0 1");
        final CompilerActivity activity = new CompilerActivity(tasks);
        assertTrue(getsQuiet(activity));
        Files.delete(tasks.resolve("7").resolve("schedstat"));
        assertTrue(activity.sinceLastCall());
    }
}
