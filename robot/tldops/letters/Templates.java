package tldops.letters;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tldops.core.Content;
import tldops.core.Language;

/// The texts of all letters in all languages, read once at start: those of the operator's folder before our own (R068, X27).
/// FreeMarker is locked down: a template can print values and choose between its own sentences, and nothing else.
final class Templates {
    /// Sentences that several letters share.
    private static final List<String> SHARED = List.of("parts", "options", "reach");

    private final Optional<Path> overrides;
    private final Configuration freemarker;
    private final Map<String, Template> templates = new HashMap<>();

    /// @throws IllegalArgumentException naming all that is wrong with the folder
    Templates(Optional<Path> overrides) {
        this.overrides = overrides;
        List<String> problems = new ArrayList<>(overrides.map(Templates::strangers).orElse(List.of()));
        stop(problems);
        freemarker = lockedDown(overrides);
        for (Language language : Language.values()) {
            for (String shared : SHARED) read(language.tag() + "/" + shared + ".ftl", problems);
            for (Class<?> content : Content.worded()) read(file(language, content), problems);
        }
        stop(problems);
    }

    private static void stop(List<String> problems) {
        if (!problems.isEmpty()) throw new IllegalArgumentException(String.join("\n", problems));
    }

    /// `AuthenticationRequest` → `authentication-request`.
    static String name(Class<?> content) {
        return content.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    String fill(Language language, Class<?> content, Map<String, Object> values) {
        String file = file(language, content);
        Template template = templates.get(file);
        if (template == null) throw new IllegalStateException("no template " + file);
        StringWriter text = new StringWriter();
        try {
            template.process(values, text);
        } catch (TemplateException broken) {
            // Without its cause: FreeMarker's own words can hold what the letter says.
            String where = broken.getTemplateSourceName() == null ? file : broken.getTemplateSourceName();
            throw new IllegalStateException(shown(where) + ":" + broken.getLineNumber() + ": can not be filled in: " + broken.getBlamedExpressionString());
        } catch (IOException impossible) {
            throw new IllegalStateException(file, impossible);
        }
        return text.toString();
    }

    private static String file(Language language, Class<?> content) {
        return language.tag() + "/" + name(content) + ".ftl";
    }

    private static Configuration lockedDown(Optional<Path> overrides) {
        Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
        freemarker.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setAPIBuiltinEnabled(false);
        freemarker.setOutputFormat(PlainTextOutputFormat.INSTANCE);
        freemarker.setRecognizeStandardFileExtensions(false);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setAttemptExceptionReporter((_, _) -> {});
        freemarker.setLogTemplateExceptions(false);
        freemarker.setWrapUncheckedExceptions(true);
        freemarker.setLocalizedLookup(false);
        freemarker.setLocale(Locale.ROOT);
        freemarker.setNumberFormat("c");
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        TemplateLoader own = new ClassTemplateLoader(Templates.class.getClassLoader(), "templates");
        freemarker.setTemplateLoader(overrides.<TemplateLoader>map(folder -> new MultiTemplateLoader(new TemplateLoader[] {files(folder), own})).orElse(own));
        return freemarker;
    }

    private static TemplateLoader files(Path folder) {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException gone) {
            throw new IllegalArgumentException(folder + ": " + gone.getMessage(), gone);
        }
    }

    private void read(String file, List<String> problems) {
        try {
            templates.put(file, freemarker.getTemplate(file));
        } catch (ParseException broken) {
            problems.add(shown(file) + ":" + broken.getLineNumber() + ": " + broken.getEditorMessage());
        } catch (IOException gone) {
            problems.add(shown(file) + ": can not be read: " + gone.getMessage());
        }
    }

    /// The file that the operator finds under this name.
    private String shown(String file) {
        return overrides.map(folder -> folder.resolve(file)).filter(Files::exists).map(Path::toString).orElse("templates/" + file);
    }

    /// Files in the folder that would never be used: most likely a slip in a name.
    private static List<String> strangers(Path folder) {
        if (!Files.isDirectory(folder)) return List.of(folder + ": no such folder of templates");
        Set<String> known = Stream.concat(Content.worded().stream().map(Templates::name), SHARED.stream())
                .flatMap(name -> Arrays.stream(Language.values()).map(language -> language.tag() + "/" + name + ".ftl"))
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".ftl") && !known.contains(file))
                    .sorted()
                    .map(file -> folder.resolve(file) + ": no letter has a template of this name")
                    .toList();
        } catch (IOException unreadable) {
            return List.of(folder + ": can not be read: " + unreadable.getMessage());
        }
    }
}
