package gaitd.sim.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a JVM has makes batches fast or slow, and changes no number. */
class BatchesTest {
    private static final String SHORT = "--add-modules=jdk.incubator.vector -XX:MaxVectorSize=16";

    private static String[] reportOf(final String options, final String... arguments)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options.split(" ", -1)));
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(OtherJvm.class.getName());
        command.addAll(List.of(arguments));
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return out.trim().split(" ", -1);
    }

    private static String digestHere() {
        return OtherJvm.report(true).split(" ", -1)[2];
    }

    @Test
    void hereTheyAreWhatTheMachineIsGoodFor() {
        assertEquals(Lanes.N >= 4, Batches.vectors());
        final String[] report = OtherJvm.report(false).split(" ", -1);
        assertEquals(Batches.vectors() ? "VectorSimulator" : "ScalarBatch", report[0]);
        assertEquals(Batches.vectors() ? Lanes.N : 1, Integer.parseInt(report[1]));
        assertEquals(digestHere(), report[2]);
    }

    @Test
    void withoutTheModuleTheyAreSingleEngines() throws Exception {
        final String[] report = reportOf("-Xshare:auto");
        assertEquals("ScalarBatch", report[0]);
        assertEquals("1", report[1]);
        assertEquals(digestHere(), report[2]);
    }

    @Test
    void withShortVectorsTheyAreSingleEngines() throws Exception {
        assertEquals("ScalarBatch", reportOf(SHORT)[0]);
    }

    @Tag("slow")
    @Test
    void shortVectorsGiveTheSameNumbers() throws Exception {
        final String[] report = reportOf(SHORT, "vectors");
        assertEquals("VectorSimulator", report[0]);
        assertTrue(Integer.parseInt(report[1]) <= 2, report[1]);
        assertEquals(digestHere(), report[2]);
    }
}
