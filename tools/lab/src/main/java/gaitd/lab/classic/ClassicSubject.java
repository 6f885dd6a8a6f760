package gaitd.lab.classic;

import gaitd.lab.train.TrainFolder;
import gaitd.policies.learn.LearnedPolicy;
import gaitd.policies.learn.TrainedNetworks;
import gaitd.policies.learn.VectorEnv;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a training of a textbook task left.
 *
 * @param name for tables
 * @param folder of the training
 * @param trained what it learned
 */
record ClassicSubject(String name, Path folder, TrainedNetworks trained) {
    /**
     * Reads what trainings left.
     *
     * @param folders of finished trainings
     * @return with names that differ, in order
     * @throws ConfigException in one line where there is no finished training, or a damaged one
     */
    static List<ClassicSubject> read(final List<Path> folders) {
        final long names = folders.stream().map(Path::getFileName).distinct().count();
        final List<ClassicSubject> subjects = new ArrayList<>();
        for (final Path folder : folders) {
            final Path name = names == folders.size() ? folder.getFileName() : folder;
            subjects.add(new ClassicSubject(String.valueOf(name), folder, read(folder)));
        }
        return subjects;
    }

    private static TrainedNetworks read(final Path folder) {
        final Path file = new TrainFolder(folder).learned;
        if (!Files.isRegularFile(file)) {
            throw new ConfigException(folder + ": no finished training of a textbook task is there; expected the folder"
                    + " behind --out of 'gaitd train', once it has ended");
        }
        final TrainedNetworks[] trained = new TrainedNetworks[1];
        try {
            TrainFolder.read(file, in -> trained[0] = TrainedNetworks.read(in));
        } catch (final IOException e) {
            throw new Refusal(file + ": cannot be read (" + e + ")", e);
        }
        return trained[0];
    }

    /**
     * Its policy.
     *
     * @param task name of the task, for messages
     * @param env the task
     * @throws ConfigException in one line when it learned another task
     */
    LearnedPolicy policy(final String task, final VectorEnv env) {
        try {
            return new LearnedPolicy(trained, env);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(
                    folder + " does not fit task " + task + ": " + e.getMessage() + "; expected a training of " + task);
        }
    }
}
