package io.shuke.member.ground;

import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The beans of the ground. Mappers of several features may share a name, so they go by their full ones. */
@Configuration(proxyBeanMethods = false)
@MapperScan(
        basePackages = "io.shuke",
        annotationClass = Mapper.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class GroundConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    Jdbc jdbc(HikariDataSource pool, @Value("${shuke.jdbc.queue}") int queue) {
        return new Jdbc(pool.getMaximumPoolSize(), queue);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Ids ids(JdbcTemplate database, Clock clock) {
        var key = new GeneratedKeyHolder();
        database.update(
                connection -> connection.prepareStatement(
                        "INSERT INTO node_start (started_at) VALUES (UTC_TIMESTAMP(6))",
                        Statement.RETURN_GENERATED_KEYS),
                key);
        return new Ids(Objects.requireNonNull(key.getKey()).intValue(), clock);
    }

    @Bean
    Keys keys(@Value("${shuke.keys.folder}") Path folder, @Value("${shuke.keys.create}") boolean create) {
        return Keys.in(folder, create);
    }

    @Bean
    FieldCipher fieldCipher(Keys keys) {
        return new FieldCipher(keys);
    }

    @Bean
    BlindIndex blindIndex(Keys keys) {
        return new BlindIndex(keys);
    }

    @Bean
    MybatisPlusInterceptor merchantLine() {
        var interceptor = new MybatisPlusInterceptor();
        interceptor.addInnerInterceptor(new MerchantLine());
        return interceptor;
    }
}
