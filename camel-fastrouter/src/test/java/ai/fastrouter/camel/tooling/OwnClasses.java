package ai.fastrouter.camel.tooling;

import ai.fastrouter.camel.FastRouterComponent;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the module's class folder holds: classes and service files, as they go into the jar. */
final class OwnClasses {

    private final Path folder;

    private OwnClasses(Path folder) {
        this.folder = folder;
    }

    static OwnClasses load() {
        try {
            return new OwnClasses(Path.of(FastRouterComponent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Every class. */
    List<Class<?>> all() {
        return files("ai").stream()
                .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                .<Class<?>>map(file -> type(file.substring(0, file.length() - 6).replace('/', '.')))
                .toList();
    }

    /** The public classes of a package, without those below it; nested ones included. */
    List<Class<?>> publicClasses(String packageName) {
        return all().stream()
                .filter(type -> type.getPackageName().equals(packageName) && Modifier.isPublic(type.getModifiers()))
                .toList();
    }

    /** The classes that Camel finds by the service files. */
    List<Class<?>> services() {
        return serviceFiles().stream()
                .flatMap(file -> lines(file).stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.startsWith("class=") ? line.substring(6) : line)
                .filter(line -> line.startsWith("ai.fastrouter.camel."))
                .distinct()
                .<Class<?>>map(OwnClasses::type)
                .toList();
    }

    /** Paths of the service files. */
    List<String> serviceFiles() {
        return files("META-INF/services");
    }

    /** Paths of the JSON files that describe component and console. */
    List<String> metadataFiles() {
        return files("META-INF").stream()
                .filter(file -> file.endsWith(".json") && !file.contains("/native-image/"))
                .toList();
    }

    /** Paths of the files in a folder and below it, sorted; none when there is no such folder. */
    List<String> files(String below) {
        Path start = folder.resolve(below);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, OwnClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("listed or compiled, but not there: " + name, e);
        }
    }
}
