package org.aurora.gateway.arch;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** A Java file as it is written, as far as its size goes. */
record SourceFile(String name, long lines, List<Method> methods) {
    /** A method's body: how many lines from brace to brace, and how many statements they are. */
    record Method(String name, long lines, int statements) {}

    static List<SourceFile> below(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> paths = Files.walk(folder);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    paths.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<SourceFile> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(of(unit, positions));
            }
            return parsed;
        }
    }

    private static SourceFile of(CompilationUnitTree unit, SourcePositions positions) throws IOException {
        List<Method> methods = new ArrayList<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                BlockTree body = method.getBody();
                if (body != null) {
                    long first = lineOf(unit, positions.getStartPosition(unit, body));
                    long last = lineOf(unit, positions.getEndPosition(unit, body));
                    String name = method.getName().toString();
                    methods.add(new Method(
                            name, last - first + 1, body.getStatements().size()));
                }
                return super.visitMethod(method, null);
            }
        }.scan(unit, null);
        String text = unit.getSourceFile().getCharContent(true).toString();
        return new SourceFile(unit.getSourceFile().getName(), text.lines().count(), methods);
    }

    private static long lineOf(CompilationUnitTree unit, long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
