package gaitd.robot.motors;

import gaitd.robot.report.DurableFile;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.zeros.JointZeros;
import gaitd.runtime.zeros.ZeroFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes zeros: whole, or the old file stays. */
final class ZeroWriter {
    private ZeroWriter() {}

    /** When zeros are made. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static void write(final JointZeros zeros, final Path file, final PrintWriter out) {
        try {
            DurableFile.replace(file, ZeroFile.text(zeros).getBytes(StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new Refusal(ZerosOption.NAME + " " + file + ": cannot be written (" + e + ")", e);
        }
        out.println("zeros written to " + file);
    }
}
