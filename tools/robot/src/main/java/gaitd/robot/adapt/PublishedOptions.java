package gaitd.robot.adapt;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.text.Words;
import gaitd.robot.cli.TextFile;
import gaitd.robot.publication.PublicationSource;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of where published policies come from. */
final class PublishedOptions {
    private static final String FOLDER = "--published";
    private static final String KEY = "--published-key";

    @Option(
            names = FOLDER,
            paramLabel = "DIR",
            description = "where the companion keeps what the fleet is given, for --adapt-road published")
    private Path folder;

    @Option(names = KEY, paramLabel = "FILE", description = "public key (PEM) that must have signed it")
    private Path key;

    PublishedOptions() {}

    /**
     * The source.
     *
     * @param road that was asked for
     * @return null for other roads
     * @throws ConfigException in one line when road and options do not go together, or the key is none
     */
    PublicationSource source(final AdaptRoad road) {
        final String name = "--adapt-road " + Words.lower(AdaptRoad.PUBLISHED);
        if (road != AdaptRoad.PUBLISHED) {
            if (folder != null || key != null) {
                throw new ConfigException((folder != null ? FOLDER : KEY) + " belongs to " + name);
            }
            return null;
        }
        if (folder == null || key == null) {
            throw new ConfigException(name + " needs " + FOLDER + " DIR and " + KEY + " FILE");
        }
        try {
            return new PublicationSource(folder, Signatures.publicKey(TextFile.read(key)));
        } catch (final BundleException e) {
            throw new ConfigException(KEY + " " + key + ": " + e.getMessage());
        }
    }

    /** The same options for another process. */
    List<String> arguments() {
        return folder == null || key == null ? List.of() : List.of(FOLDER, folder.toString(), KEY, key.toString());
    }
}
