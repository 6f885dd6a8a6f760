package gaitd.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.robot.cli.CommandProvider;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** The tests of this module run where everything is installed. */
class ExtensionsTest {
    @Test
    void whatIsSaidToBeInTheOtherPackageIsWhatItAnnounces() {
        for (final Map.Entry<String, List<String>> group : Extensions.LAB.entrySet()) {
            final Set<String> announced = ServiceLoader.load(CommandProvider.class).stream()
                    .flatMap(provider -> provider.get().commands(group.getKey()).stream())
                    .map(command -> command.getAnnotation(Command.class).name())
                    .collect(Collectors.toSet());
            assertEquals(Set.copyOf(group.getValue()), announced, group.getKey());
        }
    }
}
