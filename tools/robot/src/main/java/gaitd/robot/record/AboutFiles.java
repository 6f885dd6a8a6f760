package gaitd.robot.record;

import gaitd.policies.bundle.BundleZip;
import gaitd.robot.record.LogFacts.RecordedPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** What a control process is made of, in files of its shared folder, for a recorder in another process. */
public final class AboutFiles {
    private static final String FOLDER = "about";
    private static final String SETTINGS = "config.toml";
    private static final String ROBOT = "robot";
    private static final String SIMULATED = "simulated";
    private static final int TEXT_MAX = 1 << 18;

    private AboutFiles() {}

    /**
     * Leaves the facts, before the first tick.
     *
     * @param shared the shared folder, owned
     * @param facts what the control process is made of
     * @throws IOException when the folder has no room
     */
    public static void write(final Path shared, final LogFacts facts) throws IOException {
        final Path folder = shared.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
        }
        for (int i = 1; Files.deleteIfExists(folder.resolve(policy(i))); i++) {}
        put(folder.resolve(SETTINGS), facts.settings().getBytes(StandardCharsets.UTF_8));
        put(
                folder.resolve(ROBOT),
                (facts.robot() + "\n" + (facts.simulated() ? SIMULATED : "real") + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < facts.policies().size(); i++) {
            final RecordedPolicy policy = facts.policies().get(i);
            put(folder.resolve(policy(i + 1)), policy.zip());
            put(
                    folder.resolve(policy(i + 1) + ".txt"),
                    (policy.name() + "\n" + policy.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String policy(final int number) {
        return "policy-" + number + ".zip";
    }

    private static void put(final Path file, final byte[] bytes) throws IOException {
        final Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, bytes);
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-r-----"));
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads the facts.
     *
     * @param shared the shared folder
     * @return what the control process is made of
     * @throws IOException when they are not there, or cannot be read
     */
    public static LogFacts read(final Path shared) throws IOException {
        final Path folder = shared.resolve(FOLDER);
        final List<RecordedPolicy> policies = new ArrayList<>();
        while (Files.exists(folder.resolve(policy(policies.size() + 1)))) {
            final Path zip = folder.resolve(policy(policies.size() + 1));
            final String[] lines = lines(zip.resolveSibling(zip.getFileName() + ".txt"), 2);
            policies.add(new RecordedPolicy(lines[0], lines[1], bytes(zip, BundleZip.MAX_BYTES)));
        }
        final String[] robot = lines(folder.resolve(ROBOT), 2);
        final String settings = new String(bytes(folder.resolve(SETTINGS), TEXT_MAX), StandardCharsets.UTF_8);
        return new LogFacts(robot[0], robot[1].equals(SIMULATED), settings, policies);
    }

    private static String[] lines(final Path file, final int expected) throws IOException {
        final String[] lines = new String(bytes(file, TEXT_MAX), StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length < expected) {
            throw new IOException(file + " has " + lines.length + " lines, expected " + expected);
        }
        return lines;
    }

    private static byte[] bytes(final Path file, final int most) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.size(file) > most) {
            throw new IOException(file + " is larger than " + most + " bytes");
        }
        return Files.readAllBytes(file);
    }
}
