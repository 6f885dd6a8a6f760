package gaitd.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.Gaitd;
import gaitd.robot.cli.CommandProvider;
import gaitd.robot.cli.Interrupts;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Options that several commands have are the same everywhere: one name, one text, one class that declares them. */
class SharedOptionsTest {
    private static final String HOME = "gaitd.robot.cli.options";
    private static final Set<String> NAMES =
            Set.of("--json", "--plot", "--seed", "--seconds", "--config", "--out", "--vx", "--vy", "--yaw");
    private static final Map<String, String> OLD_NAMES =
            Map.of("--report", "--json", "--plots", "--plot", "--png", "--plot", "--wz", "--yaw");

    @Test
    void noCommandDeclaresThemItself() {
        assertEquals(List.of(), declaredElsewhere(commands()));
    }

    @Test
    void aCommandThatDeclaresOneIsFound() {
        final CommandSpec offender = CommandSpec.create()
                .name("offender")
                .addOption(OptionSpec.builder("--seed").build())
                .addOption(OptionSpec.builder("--png").build());
        assertEquals(List.of("offender --seed", "offender --png"), declaredElsewhere(List.of(offender)));
    }

    @Test
    void eachHasOneTextEverywhere() {
        final Map<String, Set<String>> texts = new TreeMap<>();
        for (final CommandSpec command : commands()) {
            for (final OptionSpec option : command.options()) {
                if (NAMES.contains(option.longestName())) {
                    final Option declared = ((Field) option.userObject()).getAnnotation(Option.class);
                    texts.computeIfAbsent(option.longestName(), name -> new TreeSet<>())
                            .add(declared.paramLabel() + " " + String.join(" ", declared.description()));
                }
            }
        }
        assertEquals(NAMES, texts.keySet());
        texts.forEach((name, each) -> assertEquals(1, each.size(), name + " " + each));
    }

    @Test
    void oldNamesAreTakenAndNotShown() {
        int taken = 0;
        for (final CommandSpec command : commands()) {
            final String help = command.commandLine().getUsageMessage();
            for (final Map.Entry<String, String> name : OLD_NAMES.entrySet()) {
                final boolean has = command.findOption(name.getKey()) != null;
                assertEquals(command.findOption(name.getValue()) != null, has, command.qualifiedName() + name);
                assertFalse(help.matches("(?s).*" + name.getKey() + "\\b.*"), help);
                taken += has ? 1 : 0;
            }
        }
        assertTrue(taken > OLD_NAMES.size(), "only " + taken + " old names found");
    }

    private static List<String> declaredElsewhere(final List<CommandSpec> commands) {
        final List<String> elsewhere = new ArrayList<>();
        for (final CommandSpec command : commands) {
            for (final OptionSpec option : command.options()) {
                final boolean home = option.userObject() instanceof final Field field
                        && field.getDeclaringClass().getPackageName().equals(HOME);
                for (final String name : option.names()) {
                    if (!home && (NAMES.contains(name) || OLD_NAMES.containsKey(name))) {
                        elsewhere.add(command.qualifiedName() + " " + name);
                    }
                }
            }
        }
        return elsewhere;
    }

    /** Every command of every module. */
    private static List<CommandSpec> commands() {
        final CommandLine root = new CommandLine(Gaitd.class, new Factory());
        for (final CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            provider.commands("").forEach(root::addSubcommand);
            for (final String group : List.of("bench", "policy")) {
                final CommandLine line = root.getSubcommands().get(group);
                provider.commands(group).forEach(line::addSubcommand);
            }
        }
        final List<CommandSpec> all = new ArrayList<>();
        collect(root, all);
        assertTrue(all.size() > 30, "only " + all.size() + " commands found");
        return all;
    }

    private static void collect(final CommandLine command, final List<CommandSpec> into) {
        into.add(command.getCommandSpec());
        command.getSubcommands().values().forEach(each -> collect(each, into));
    }

    private static final class Factory implements IFactory {
        @Override
        public <K> K create(final Class<K> type) throws Exception {
            for (final Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Interrupts.class) {
                    return type.cast(constructor.newInstance(new Interrupts()));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
