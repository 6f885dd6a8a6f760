package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.BundleZip;
import gaitd.robot.report.DurableFile;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Versions of one policy in a folder, each in a folder of its own with its bundle and its facts, and which of them is in force.
 *
 * <p>A version gets its name when all of it is on the disk, and facts are replaced as a whole, so that a process killed at any moment
 * leaves every version whole. What another process left half written is removed. One process may write.
 */
public final class VersionStore implements AutoCloseable {
    static final String POLICY = "policy.zip";
    static final String FACTS = "version.toml";
    static final String BASE = "base.sha256";
    static final String CURRENT = "current";

    private static final String HALF = ".half-";
    private static final Pattern NAME = Pattern.compile("[0-9]{6}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int TEXT_BYTES_MAX = 1 << 16;

    private final Path folder;
    private final FileChannel lock;
    private final TreeMap<Integer, PolicyVersion> versions = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private int current;
    private int least = 1;

    private VersionStore(final Path folder, final FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens a store for writing, or makes one.
     *
     * @param folder made when it is missing
     * @param baseSha256 hash of the policy as shipped
     * @return the store, to be closed
     * @throws ConfigException in one line when it holds versions of another policy
     * @throws Refusal in one line when another process writes there, or the folder cannot be used
     */
    public static VersionStore open(final Path folder, final String baseSha256) {
        try {
            Files.createDirectories(folder);
            final FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new Refusal(folder + ": another process adapts a policy there; end it, or give another --store");
            }
            final VersionStore store = new VersionStore(folder, lock);
            store.begin(baseSha256);
            return store;
        } catch (final IOException e) {
            throw unusable(folder, e);
        }
    }

    /**
     * Opens a store for reading.
     *
     * @param folder of a store
     * @return the versions that are whole
     * @throws Refusal in one line when there is none
     */
    public static VersionStore read(final Path folder) {
        if (!Files.exists(folder.resolve(BASE))) {
            throw new Refusal(folder + ": no versions of a policy are there; expected a folder that 'gaitd run --adapt'"
                    + " or 'gaitd learner' wrote");
        }
        try {
            final VersionStore store = new VersionStore(folder, null);
            store.load();
            return store;
        } catch (final IOException e) {
            throw unusable(folder, e);
        }
    }

    private static Refusal unusable(final Path folder, final IOException e) {
        return new Refusal("--store " + folder + ": cannot be used (" + e + "); give a folder that can be written", e);
    }

    private static boolean isLocked(final FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }

    private void begin(final String baseSha256) throws IOException {
        final Path base = folder.resolve(BASE);
        if (Files.exists(base)) {
            final String other = text(base).strip();
            if (!other.equals(baseSha256)) {
                lock.close();
                throw new ConfigException("--store %s holds versions of policy %s, not of %s: give another folder"
                        .formatted(folder, shortened(other), shortened(baseSha256)));
            }
        } else {
            DurableFile.replace(base, baseSha256.getBytes(StandardCharsets.US_ASCII));
        }
        removeHalves();
        load();
    }

    private static String shortened(final String sha256) {
        return HASH.matcher(sha256).matches() ? sha256.substring(0, 12) + "..." : "'" + sha256 + "'";
    }

    private void removeHalves() throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, HALF + "*")) {
            for (final Path half : halves) {
                for (final String file : List.of(POLICY, FACTS, FACTS + ".new")) {
                    Files.deleteIfExists(half.resolve(file));
                }
                Files.delete(half);
            }
        }
    }

    private void load() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (final Path version : all) {
                final String name = version.getFileName().toString();
                if (NAME.matcher(name).matches()) {
                    load(version, Integer.parseInt(name));
                }
            }
        }
        final Path pointer = folder.resolve(CURRENT);
        if (Files.exists(pointer)) {
            final String name = text(pointer).strip();
            final int id = NAME.matcher(name).matches() ? Integer.parseInt(name) : -1;
            if (id == 0 || versions.containsKey(id)) {
                current = id;
            } else {
                problems.add(pointer + " names version '" + name
                        + "', which is not there; the policy as shipped is in force");
            }
        }
    }

    private void load(final Path version, final int id) throws IOException {
        try {
            final PolicyVersion facts = PolicyVersion.read(
                    text(version.resolve(FACTS)), version.resolve(FACTS).toString(), ConfigException.thrower());
            if (facts.id() != id) {
                problems.add(version + " says that it is version " + facts.id() + "; it is left out");
            } else {
                versions.put(id, facts);
            }
        } catch (final ConfigException e) {
            problems.add(e.getMessage() + "; version " + id + " is left out");
        } catch (final NoSuchFileException e) {
            problems.add(e.getMessage() + " is missing; version " + id + " is left out");
        }
    }

    private static String text(final Path file) throws IOException {
        return new String(BundleStore.readAtMost(file, TEXT_BYTES_MAX), StandardCharsets.UTF_8);
    }

    /**
     * The version that the next one will be.
     *
     * @return from 1
     */
    public int next() {
        return versions.isEmpty() ? least : Math.max(least, versions.lastKey() + 1);
    }

    /**
     * Leaves numbers out that control knows from another store.
     *
     * @param id least number of the next version
     */
    void startAt(final int id) {
        least = Math.max(least, id);
    }

    /**
     * Adds a version.
     *
     * @param policy its bundle
     * @param facts about it, with {@link #next} as its number
     * @throws IOException when it cannot be written; the store is then as before
     */
    public void add(final BundleFiles policy, final PolicyVersion facts) throws IOException {
        if (facts.id() != next() || facts.id() > PolicyVersion.ID_MAX) {
            throw new IllegalArgumentException("version " + facts.id() + " where " + next() + " is next");
        }
        final Path half = folder.resolve(HALF + name(facts.id()));
        try {
            Files.createDirectory(half);
            DurableFile.write(half.resolve(POLICY), BundleZip.encode(policy));
            DurableFile.write(half.resolve(FACTS), facts.write());
            DurableFile.force(half);
            DurableFile.rename(half, folder.resolve(name(facts.id())));
        } catch (final IOException e) {
            try {
                removeHalves();
            } catch (final IOException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
        versions.put(facts.id(), facts);
    }

    /**
     * Says how a version was judged.
     *
     * @param id which
     * @param state how far it came
     * @param why in words
     * @param figures measured
     * @throws IOException when it cannot be written; what was known before stays
     */
    public void judge(final int id, final VersionState state, final String why, final Map<String, Double> figures)
            throws IOException {
        final PolicyVersion now = version(id).judged(state, why, figures);
        DurableFile.replace(folder.resolve(name(id)).resolve(FACTS), now.write());
        versions.put(id, now);
    }

    /**
     * Puts a version in force.
     *
     * @param id an accepted version, or 0 for the policy as shipped
     * @throws IOException when it cannot be written; the one before stays in force
     */
    public void use(final int id) throws IOException {
        if (id != 0 && version(id).state() != VersionState.ACCEPTED) {
            throw new IllegalArgumentException("version " + id + " was not accepted");
        }
        DurableFile.replace(folder.resolve(CURRENT), name(id).getBytes(StandardCharsets.US_ASCII));
        current = id;
    }

    private static String name(final int id) {
        return "%06d".formatted(id);
    }

    /**
     * Facts of a version.
     *
     * @param id from 1
     * @return the facts
     * @throws ConfigException in one line when there is no such version
     */
    public PolicyVersion version(final int id) {
        final PolicyVersion facts = versions.get(id);
        if (facts == null) {
            throw new ConfigException("there is no version %d in %s; expected %s"
                    .formatted(
                            id,
                            folder,
                            versions.isEmpty() ? "0, the policy as shipped" : "0 to " + versions.lastKey()));
        }
        return facts;
    }

    /**
     * The bundle of a version.
     *
     * @param id from 1
     * @return its files
     * @throws IOException when it cannot be read
     * @throws BundleException in one line when it is damaged
     */
    public BundleFiles policy(final int id) throws IOException {
        return BundleZip.decode(
                BundleStore.readAtMost(folder.resolve(name(version(id).id())).resolve(POLICY), BundleZip.MAX_BYTES));
    }

    /**
     * All versions that are whole.
     *
     * @return unmodifiable, oldest first
     */
    public List<PolicyVersion> versions() {
        return List.copyOf(versions.values());
    }

    /** Whether a version that a cause has led to was judged. */
    boolean hasJudged(final String cause) {
        return versions.values().stream()
                .anyMatch(version ->
                        version.state() != VersionState.TRIAL && version.cause().equals(cause));
    }

    /** How many are in a state. */
    long count(final VersionState state) {
        return versions.values().stream()
                .filter(version -> version.state() == state)
                .count();
    }

    /**
     * The version in force.
     *
     * @return 0 for the policy as shipped
     */
    public int current() {
        return current;
    }

    /**
     * What was found damaged, a line each.
     *
     * @return unmodifiable
     */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (final IOException e) {
            throw unusable(folder, e);
        }
    }
}
