package gaitd.robot.adapt;

import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option of all commands on adapted policies. */
public final class StoreOption {
    /** The option. */
    public static final String NAME = "--store";

    private static final int HASH_SHOWN = 12;

    @Option(
            names = NAME,
            paramLabel = "DIR",
            defaultValue = "/var/lib/gaitd/policies",
            description = "where adapted policies are kept, a folder a shipped policy (default ${DEFAULT-VALUE})")
    private Path folder;

    StoreOption() {}

    /**
     * The folder of the versions of one policy.
     *
     * @param sha256 hash of the policy as shipped
     * @return not made yet, perhaps
     */
    public Path of(final String sha256) {
        return of(folder, sha256);
    }

    /**
     * The folder of the versions of one policy.
     *
     * @param folder of all
     * @param sha256 hash of the policy as shipped
     * @return not made yet, perhaps
     */
    public static Path of(final Path folder, final String sha256) {
        return folder.resolve(sha256.substring(0, HASH_SHOWN));
    }

    /** As given. */
    Path folder() {
        return folder;
    }

    /**
     * The folder of the versions that are there.
     *
     * @return the one given if it is one, else the only one in it
     * @throws Refusal in one line when there is none, or are several
     */
    Path only() {
        if (Files.exists(folder.resolve(VersionStore.BASE))) {
            return folder;
        }
        final List<Path> stores;
        try (Stream<Path> inside = Files.list(folder)) {
            stores = inside.filter(path -> Files.exists(path.resolve(VersionStore.BASE)))
                    .sorted()
                    .toList();
        } catch (final NoSuchFileException | NotDirectoryException e) {
            throw new Refusal(
                    NAME + " " + folder + ": there is no such folder; nothing was adapted yet, or elsewhere", e);
        } catch (final IOException e) {
            throw new Refusal(NAME + " " + folder + ": cannot be read (" + e + ")", e);
        }
        if (stores.size() != 1) {
            throw new Refusal(NAME + " " + folder
                    + (stores.isEmpty()
                            ? ": no policy was adapted there"
                            : ": policies of several kinds were adapted there; name one: " + stores));
        }
        return stores.getFirst();
    }
}
